import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useDurationFormat, useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';

/** The news that were promised are late. */
export const UpdateOverdueBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { duration } = useDurationFormat();
  const format = useInstantFormat();
  const now = useNow();
  const due = props.incident.nextUpdateAt;
  return due ? (
    <Alert
      status="danger"
      icon
      title={t('updateOverdueTitle', { time: format.short(due, now) })}
      description={t('updateOverdueHint', {
        duration: duration(now - Date.parse(due)),
      })}
    />
  ) : null;
};
