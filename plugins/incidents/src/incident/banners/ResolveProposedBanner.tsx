import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';

/** It has been watched long enough. */
export const ResolveProposedBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  return (
    <Alert
      status="success"
      icon
      title={t('resolveProposedTitle', {
        time: format.short(props.incident.statusSince, now),
      })}
      description={t('resolveProposedHint')}
    />
  );
};
