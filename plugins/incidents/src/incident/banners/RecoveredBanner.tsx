import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { CommandButton, isOffered, useCommands } from '../../commands';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';

/** Its alerts have ended: by itself, or while somebody works on it. */
export const RecoveredBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { incident } = props;
  if (!incident.recoveredAt) {
    return null;
  }
  const time = format.short(incident.recoveredAt, now);
  return incident.status === 'triage' ? (
    <Alert
      status="success"
      icon
      title={t('recoveredTitle', { time })}
      description={t('recoveredHint')}
    />
  ) : (
    <Alert
      status="success"
      icon
      title={t('alertsEndedTitle', { time })}
      description={t('alertsEndedHint')}
      customActions={<WaysOn incident={incident} />}
    />
  );
};

const WaysOn = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { send } = useCommands();
  const { incident } = props;
  return (
    <>
      {incident.status !== 'monitoring' &&
        isOffered('change-status', incident) && (
          <Button
            size="small"
            variant="secondary"
            onPress={() =>
              send({ type: 'change-status', to: 'monitoring' }, incident)
            }
          >
            {t('startMonitoring')}
          </Button>
        )}
      {incident.status !== 'monitoring' && (
        <CommandButton type="resolve" incident={incident} size="small" />
      )}
    </>
  );
};
