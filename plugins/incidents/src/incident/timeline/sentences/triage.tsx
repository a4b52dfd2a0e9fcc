import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { IncidentLink } from '../../IncidentLink';
import { incidentsIncidentTranslationRef } from '../../../translations/incident';
import classes from '../Timeline.module.css';
import { type Sentence, Who } from './Sentence';

/** How it came in, who has it, and whether it is an incident at all. */
const Declared: Sentence<'declared'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <>
      {t(`tl_declared_${data.source}`, {
        who: <Who event={event} />,
        system: data.origin?.system ?? '',
        id: data.origin?.id ?? '',
      })}
      {data.recurrenceOf && (
        <span className={classes.aside}>
          {t('tl_declared_again', {
            number: <IncidentLink number={data.recurrenceOf.number} />,
          })}
        </span>
      )}
    </>
  );
};

const Routed: Sentence<'routed'> = ({ data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  if (!data.owner) {
    return <>{t('tl_unrouted')}</>;
  }
  const owner = <b>{data.owner.title}</b>;
  return data.told.length === 0
    ? t('tl_routedToNobody', { owner })
    : t('tl_routed', { owner, count: data.told.length });
};

const Acknowledged: Sentence<'acknowledged'> = ({ event }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_acknowledged', { who: <Who event={event} /> });
};

const PassedOn: Sentence<'passed-on'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <>
      {t('tl_passedOn', {
        who: <Who event={event} />,
        to: <b>{data.to.title}</b>,
      })}
      {data.times > 1 && (
        <span className={classes.aside}>
          {t('tl_passedOnTimes', { count: data.times })}
        </span>
      )}
    </>
  );
};

const Dismissed: Sentence<'dismissed'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_dismissed', {
    who: <Who event={event} />,
    reason: t(`dismissed-${data.reason}`),
  });
};

const Merged: Sentence<'merged'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_merged', {
    who: <Who event={event} />,
    number: <IncidentLink number={data.into.number} />,
  });
};

const Absorbed: Sentence<'absorbed'> = ({ data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_absorbed', {
    number: <IncidentLink number={data.from.number} />,
  });
};

const Released: Sentence<'released'> = ({ data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_released', {
    number: <IncidentLink number={data.from.number} />,
  });
};

const AlertsMovedOut: Sentence<'alerts-moved-out'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_alertsMovedOut', {
    who: <Who event={event} />,
    number: <IncidentLink number={data.to.number} />,
    count: data.count,
  });
};

const AlertsMovedIn: Sentence<'alerts-moved-in'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_alertsMovedIn', {
    who: <Who event={event} />,
    number: <IncidentLink number={data.from.number} />,
    count: data.count,
  });
};

const Undone: Sentence<'undone'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t(`tl_undone_${data.what}`, { who: <Who event={event} /> });
};

const UndoExpired: Sentence<'undo-expired'> = () => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return <>{t('tl_undoExpired')}</>;
};

const Recovered: Sentence<'recovered'> = () => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return <>{t('tl_recovered')}</>;
};

const Relapsed: Sentence<'relapsed'> = () => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return <>{t('tl_relapsed')}</>;
};

export const triage = {
  declared: Declared,
  routed: Routed,
  acknowledged: Acknowledged,
  'passed-on': PassedOn,
  dismissed: Dismissed,
  merged: Merged,
  absorbed: Absorbed,
  released: Released,
  'alerts-moved-out': AlertsMovedOut,
  'alerts-moved-in': AlertsMovedIn,
  undone: Undone,
  'undo-expired': UndoExpired,
  recovered: Recovered,
  relapsed: Relapsed,
};
