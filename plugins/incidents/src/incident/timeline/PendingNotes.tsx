import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TimelineEntry } from '@linchpin/backstage-plugin-incidents-common';
import { RiStickyNoteLine } from '@remixicon/react';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import classes from './Timeline.module.css';
import texts from './EventTexts.module.css';
import { type PendingNote, stillPending } from './useNotes';

/** Notes on their way, at the top of the timeline. */
export const PendingNotes = (props: {
  sent: readonly PendingNote[];
  entries: readonly TimelineEntry[];
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const events = props.entries.flatMap(entry =>
    entry.kind === 'event' ? [entry] : [],
  );
  return (
    <>
      {stillPending(props.sent, events).map(({ key, text }) => (
        <li key={key} className={classes.line}>
          <span />
          <span
            className={classes.node}
            data-weight="hollow"
            aria-hidden="true"
          >
            <RiStickyNoteLine className={classes.icon} />
          </span>
          <div className={classes.what}>
            <p className={classes.sentence}>
              <b>{t('tl_note')}</b>
              <span className={classes.aside}>{t('tl_sending')}</span>
            </p>
            <div className={texts.box}>{text}</div>
          </div>
        </li>
      ))}
    </>
  );
};
