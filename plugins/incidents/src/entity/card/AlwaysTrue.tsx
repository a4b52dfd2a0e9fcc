import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { EntityCard } from '@linchpin/backstage-plugin-incidents-common';
import {
  RiCheckboxMultipleLine,
  RiErrorWarningLine,
  RiHistoryLine,
  RiTeamLine,
} from '@remixicon/react';
import { EntityName } from '../../elements/names';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { useHistoryPath, useIncidentsPaths } from '../../navigation/navigation';
import { incidentsCardTranslationRef } from '../../translations/card';
import { Line, Lines } from './Line';
import classes from './AlwaysTrue.module.css';

const NAMED_MAX = 2;

/** Lines six to eight: who answers for it, what is still to be done, and what happened here before. */
export const AlwaysTrue = (props: { card: EntityCard }) => {
  const { owner } = props.card;
  return (
    <Lines>
      {owner ? (
        <Line icon={<RiTeamLine />}>
          <EntityName entity={owner} />
          <Told card={props.card} />
        </Line>
      ) : (
        <Unrouted reason={props.card.unrouted} />
      )}
      <OpenActions card={props.card} />
      <Line icon={<RiHistoryLine />}>
        <LastNinetyDays last90Days={props.card.last90Days} />
      </Line>
    </Lines>
  );
};

const Told = (props: { card: EntityCard }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const { told, toldCount } = props.card;
  const named = told.slice(0, NAMED_MAX);
  const people = named.map(person => person.title).join(', ');
  const more = toldCount - named.length;
  return (
    <span className={classes.muted}>
      {' · '}
      {toldCount === 0 && t('toldNobody')}
      {toldCount > 0 && more > 0 && t('toldMore', { people, count: more })}
      {toldCount > 0 && more <= 0 && t('told', { people })}
    </span>
  );
};

const Unrouted = (props: { reason: string | null }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  return (
    <Line icon={<RiErrorWarningLine className={classes.warning} />}>
      {t(`unrouted_${knownReason(props.reason)}`)}
    </Line>
  );
};

/** Of an entity nothing else can be wrong; an incident knows more reasons. */
function knownReason(reason: string | null) {
  return reason === 'owner-not-in-catalog' || reason === 'catalog-unavailable'
    ? reason
    : 'no-owner';
}

const OpenActions = ({ card }: { card: EntityCard }) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const paths = useIncidentsPaths();
  const { open, overdue } = card.actions;
  return open > 0 ? (
    <Line icon={<RiCheckboxMultipleLine />}>
      <Link
        href={`${paths.actions}?scope=${card.entity.ref}`}
        standalone
        className={classes.history}
      >
        {t('openActions', { count: open })}
      </Link>
      {overdue > 0 && (
        <span className={classes.late}>
          , {t('overdueActions', { count: overdue })}
        </span>
      )}
    </Line>
  ) : null;
};

const LastNinetyDays = (props: Pick<EntityCard, 'last90Days'>) => {
  const { t } = useTranslationRef(incidentsCardTranslationRef);
  const { duration } = useDurationFormat();
  const { day } = useInstantFormat();
  const history = useHistoryPath();
  const { incidents, impactMs, lastAt } = props.last90Days;
  return (
    <>
      {incidents > 0 && lastAt
        ? t('ninetyDays', {
            count: incidents,
            impact: duration(impactMs),
            date: day(lastAt),
          })
        : t('ninetyDaysNone')}
      {history && (
        <>
          {' '}
          <Link href={history} standalone className={classes.history}>
            {t('history')} <span aria-hidden="true">→</span>
          </Link>
        </>
      )}
    </>
  );
};
