import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useDurationFormat } from '../../elements/time';
import { IncidentLink } from '../../incident/IncidentLink';
import { incidentsInboxTranslationRef } from '../../translations/inbox';
import classes from './Preview.module.css';

const SHOWN = 2;

/** Whether this was met before, and what ended it. */
export const PreviewSeenBefore = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const { ago, duration } = useDurationFormat();
  const now = useNow();
  const { seenBefore } = props.incident;
  if (seenBefore.length === 0) {
    return null;
  }
  return (
    <div>
      <h3 className={classes.heading}>{t('seenBefore')}</h3>
      {seenBefore.slice(0, SHOWN).map(earlier => (
        <p key={earlier.id} className={classes.seen}>
          <IncidentLink number={earlier.number} />,{' '}
          {t('seenAt', {
            ago: ago(earlier.at, now),
            duration: duration(earlier.impactMs),
          })}{' '}
          {earlier.resolution}
        </p>
      ))}
    </div>
  );
};
