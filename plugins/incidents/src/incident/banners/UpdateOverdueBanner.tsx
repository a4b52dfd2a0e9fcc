import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { incidentsTranslationRef } from '../../translations/incidents';

/** The news that were promised are late. */
export const UpdateOverdueBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { duration } = useDurationFormat();
  const format = useInstantFormat();
  const now = useNow();
  const due = props.incident.nextUpdateAt;
  return due ? (
    <Alert
      status="danger"
      icon
      title={t('incident.updateOverdueTitle', { time: format.short(due, now) })}
      description={t('incident.updateOverdueHint', {
        duration: duration(now - Date.parse(due)),
      })}
    />
  ) : null;
};
