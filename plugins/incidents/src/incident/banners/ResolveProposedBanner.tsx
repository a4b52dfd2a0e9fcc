import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsTranslationRef } from '../../translations/incidents';

/** It has been watched long enough. */
export const ResolveProposedBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  return (
    <Alert
      status="success"
      icon
      title={t('incident.resolveProposedTitle', {
        time: format.short(props.incident.statusSince, now),
      })}
      description={t('incident.resolveProposedHint')}
    />
  );
};
