import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Avatar } from '@backstage/ui';
import type {
  IncidentDetail,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import { EntityName } from '../../elements/names';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { incidentsWordsTranslationRef } from '../../translations/words';
import classes from './IncidentHeader.module.css';

const FACES = 4;

/** The entity, its owner, and the people on it. */
export const WhatAndWho = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident } = props;
  const { entity, owner, affectedCount, affectedPeople } = incident;
  return (
    <div className={classes.what}>
      <span className={classes.entity}>
        {entity ? (
          <b>
            <EntityName entity={entity} />
          </b>
        ) : (
          t('noEntity')
        )}
        {affectedCount > 0 && (
          <span>{t('moreAffected', { count: affectedCount })}</span>
        )}
      </span>
      <span className={classes.owner}>
        {owner ? <EntityName entity={owner} /> : t('noOwner')}
      </span>
      <People incident={incident} />
      {affectedPeople > 0 && (
        <span className={classes.affectedPeople}>
          <span>{t('peopleAffected', { count: affectedPeople })}</span>
        </span>
      )}
    </div>
  );
};

const People = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const { lead, responders } = props.incident;
  const others = responders.filter(person => person.ref !== lead?.ref);
  const people = lead ? [lead, ...others] : others;
  return (
    <span className={classes.people} title={namesOf(people)}>
      {people.length > 0 && (
        <span className={classes.faces} aria-hidden="true">
          {people.slice(0, FACES).map(({ ref, title }) => (
            <Avatar
              key={ref}
              src=""
              name={title}
              size="x-small"
              purpose="decoration"
            />
          ))}
        </span>
      )}
      <span className={classes.lead}>
        <b>
          {lead ? word('leads', { name: lead.title }) : word('nobodyLeads')}
        </b>
        {others.length > 0 && (
          <span className={classes.others}>
            {', '}
            {t('responders', { count: others.length })}
          </span>
        )}
      </span>
    </span>
  );
};

function namesOf(people: readonly NamedRef[]): string {
  return people.map(person => person.title).join(', ');
}
