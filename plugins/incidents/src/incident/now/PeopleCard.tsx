import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  EventData,
  IncidentDetail,
  TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';
import { isOffered } from '../../commands';
import { useMe } from '../../elements/useMe';
import { useNow } from '../../elements/now';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { primaryAction } from '../header/primaryAction';
import { SideCard } from '../layout/SideCard';
import { plainText } from '../situation/plainText';
import { useTimelineEntries } from '../timeline/useTimelineEntries';
import { AffectedToo } from './AffectedToo';
import classes from './PeopleCard.module.css';

const SYMPTOMS = 2;

/** Who said that they are affected, and what they see. */
export const PeopleCard = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { incident } = props;
  const { affectedPeople, viewer } = incident;
  const { entries } = useTimelineEntries(incident.number);
  const isResponding = useIsResponding(incident);
  const isPrimary = primaryAction(incident, useNow()) === 'report-affected';
  const mayJoin =
    isOffered('report-affected', incident) &&
    !viewer.isAffected &&
    !isResponding &&
    !isPrimary;
  if (affectedPeople === 0 && !mayJoin) {
    return null;
  }
  return (
    <SideCard title={t('people')}>
      <p className={classes.text}>
        {affectedPeople === 0
          ? t('peopleNone')
          : t('peopleSaid', { count: affectedPeople })}
        {viewer.isAffected && ` ${t('youAreAffected')}`}
      </p>
      <Symptoms entries={entries ?? []} />
      {mayJoin && (
        <div className={classes.join}>
          <AffectedToo incident={incident} variant="secondary" />
        </div>
      )}
    </SideCard>
  );
};

/** Whoever works on it says what they see in a note. */
function useIsResponding({ lead, responders }: IncidentDetail): boolean {
  const me = useMe();
  return [lead, ...responders].some(person => person && person.ref === me);
}

const Symptoms = (props: { entries: readonly TimelineEntry[] }) => {
  const symptoms = symptomsOf(props.entries).slice(0, SYMPTOMS);
  return symptoms.length === 0 ? null : (
    <ul className={classes.symptoms}>
      {symptoms.map(({ key, text, name }) => (
        <li key={key}>
          <q>{text}</q> <span className={classes.name}>{name}</span>
        </li>
      ))}
    </ul>
  );
};

/** What people see, newest first. */
function symptomsOf(entries: readonly TimelineEntry[]) {
  return entries.flatMap(entry =>
    entry.kind === 'event' &&
    entry.type === 'affected-reported' &&
    entry.texts.symptom
      ? [
          {
            key: entry.sequence,
            text: plainText(entry.texts.symptom),
            name: (entry.data as EventData['affected-reported']).person.name,
          },
        ]
      : [],
  );
}
