import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNow } from '../../../elements/now';
import { useInstantFormat } from '../../../elements/time';
import { incidentsIncidentTranslationRef } from '../../../translations/incident';
import { incidentsWordsTranslationRef } from '../../../translations/words';
import classes from '../Timeline.module.css';
import { type Sentence, Who } from './Sentence';

/** How the response went on. */
const StatusChanged: Sentence<'status-changed'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  return (
    <>
      {t('tl_statusChanged', {
        from: word(`status_${data.from}`),
        to: <b>{word(`status_${data.to}`)}</b>,
      })}
      <span className={classes.aside}>{event.actor.name}</span>
    </>
  );
};

const Held: Sentence<'held'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  return (
    <>
      {t('tl_held', {
        reason: word(`hold_${data.reason}`),
        time: format.short(data.resumeBy, now),
      })}
      <span className={classes.aside}>{event.actor.name}</span>
    </>
  );
};

const Resumed: Sentence<'resumed'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <>
      {t(`tl_resumed_${data.because}`)}
      {data.because === 'person' && (
        <span className={classes.aside}>{event.actor.name}</span>
      )}
    </>
  );
};

const UpdatePosted: Sentence<'update-posted'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <>
      <b>{t('tl_update', { number: String(data.number) })}</b>
      <span className={classes.aside}>{event.actor.name}</span>
    </>
  );
};

const NoteAdded: Sentence<'note-added'> = ({ event }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return (
    <>
      <b>{t('tl_note')}</b>
      <span className={classes.aside}>{event.actor.name}</span>
    </>
  );
};

const Resolved: Sentence<'resolved'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  return (
    <>
      {data.because === 'person'
        ? t('tl_resolved_person', { who: <Who event={event} /> })
        : t('tl_resolved_recovered')}
      {data.at && data.at !== event.at && (
        <span className={classes.aside}>
          {t('tl_resolvedSince', { time: format.short(data.at, now) })}
        </span>
      )}
    </>
  );
};

const Reopened: Sentence<'reopened'> = ({ event }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return t('tl_reopened', { who: <Who event={event} /> });
};

const Closed: Sentence<'closed'> = ({ event, data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  return data.because === 'person' ? (
    t('tl_closed_person', { who: <Who event={event} /> })
  ) : (
    <>{t('tl_closed_quiet')}</>
  );
};

const ClockFired: Sentence<'clock-fired'> = ({ data }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { clock, dueAt } = data;
  return (
    <>
      {clock === 'acknowledge' || clock === 'update'
        ? t(`tl_clock_${clock}`, { time: format.short(dueAt, now) })
        : t(`tl_clock_${clock}`)}
    </>
  );
};

export const response = {
  'status-changed': StatusChanged,
  held: Held,
  resumed: Resumed,
  'update-posted': UpdatePosted,
  'note-added': NoteAdded,
  resolved: Resolved,
  reopened: Reopened,
  closed: Closed,
  'clock-fired': ClockFired,
};
