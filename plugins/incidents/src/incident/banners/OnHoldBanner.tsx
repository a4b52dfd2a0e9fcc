import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiPauseCircleLine } from '@remixicon/react';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsTranslationRef } from '../../translations/incidents';
import { incidentsWordsTranslationRef } from '../../translations/words';

/** What it waits for, and when it goes on. */
export const OnHoldBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { onHold } = props.incident;
  return onHold ? (
    <Alert
      status="info"
      icon={<RiPauseCircleLine aria-hidden="true" />}
      title={t('incident.onHoldTitle', {
        reason: word(`hold_${onHold.reason}`),
      })}
      description={t('incident.onHoldHint', {
        since: format.short(onHold.since, now),
        time: format.short(onHold.resumeBy, now),
      })}
    />
  ) : null;
};
