import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Priority } from '@linchpin/backstage-plugin-incidents-common';
import { changedThing } from '../../../changes/changeWords';
import { PriorityMark } from '../../../elements/PriorityMark';
import { useNow } from '../../../elements/now';
import { useInstantFormat } from '../../../elements/time';
import { incidentsIncidentTranslationRef } from '../../../translations/incident';
import classes from '../Timeline.module.css';
import { type Sentence, Who } from './Sentence';

/** Who takes part, and what was put right in the record. */
const Followed: Sentence<'followed'> = ({ data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_followers', {
    names: <b>{data.person.name}</b>,
    count: 1,
  });
};

const Unfollowed: Sentence<'unfollowed'> = ({ data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_unfollowed', { who: <b>{data.person.name}</b> });
};

const AffectedReported: Sentence<'affected-reported'> = ({ data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_affectedReported', { who: <b>{data.person.name}</b> });
};

const Prioritised: Sentence<'prioritised'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const to = <Mark priority={data.to} />;
  if (data.from === data.to) {
    return t('tl_assessed', { who: <Who event={event} />, to });
  }
  const from = <Mark priority={data.from} />;
  return data.because === 'alert'
    ? t('tl_prioritised_alert', { from, to })
    : t('tl_prioritised_person', {
        who: <Who event={event} />,
        from,
        to,
      });
};

/** The mark in the line of a sentence. */
const Mark = (props: { priority: Priority }) => (
  <span className={classes.priority}>
    <PriorityMark priority={props.priority} />
  </span>
);

const WorkaroundConfirmed: Sentence<'workaround-confirmed'> = ({ event }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_workaroundConfirmed', { who: <Who event={event} /> });
};

const WorkaroundRetracted: Sentence<'workaround-retracted'> = ({ event }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_workaroundRetracted', { who: <Who event={event} /> });
};

const VisibilityChanged: Sentence<'visibility-changed'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t(`tl_visibility_${data.to}`, { who: <Who event={event} /> });
};

const AffectedChanged: Sentence<'affected-changed'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <>
      {t(`tl_level_${data.level ?? 'none'}`, {
        entity: <b>{data.entity.title}</b>,
      })}
      <span className={classes.aside}>{event.actor.name}</span>
    </>
  );
};

const ChangeLinked: Sentence<'change-linked'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_changeLinked', {
    who: <Who event={event} />,
    what: <b>{changedThing(data.change)}</b>,
  });
};

const ChangeUnlinked: Sentence<'change-unlinked'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_changeUnlinked', {
    who: <Who event={event} />,
    what: <b>{changedThing(data.change)}</b>,
  });
};

const Renamed: Sentence<'renamed'> = ({ data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <>
      {t('tl_renamed', { to: <b>{data.to}</b> })}
      <span className={classes.aside}>
        {t('tl_renamedFrom', { from: data.from })}
      </span>
    </>
  );
};

const TimeCorrected: Sentence<'time-corrected'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const stamp = t(`stamp_${data.stamp}`);
  const to = <b>{format.short(data.to, now)}</b>;
  return (
    <>
      {data.from
        ? t('tl_timeCorrected', {
            stamp,
            from: <del>{format.short(data.from, now)}</del>,
            to,
          })
        : t('tl_timeSet', { stamp, to })}
      <span className={classes.aside}>{event.actor.name}</span>
    </>
  );
};

export const record = {
  followed: Followed,
  unfollowed: Unfollowed,
  'affected-reported': AffectedReported,
  prioritised: Prioritised,
  'workaround-confirmed': WorkaroundConfirmed,
  'workaround-retracted': WorkaroundRetracted,
  'visibility-changed': VisibilityChanged,
  'affected-changed': AffectedChanged,
  'change-linked': ChangeLinked,
  'change-unlinked': ChangeUnlinked,
  renamed: Renamed,
  'time-corrected': TimeCorrected,
};
