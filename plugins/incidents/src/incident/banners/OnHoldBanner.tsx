import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { RiPauseCircleLine } from '@remixicon/react';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { incidentsWordsTranslationRef } from '../../translations/words';

/** What it waits for, and when it goes on. */
export const OnHoldBanner = (props: { incident: IncidentDetail }) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { t: word } = useTranslationRef(incidentsWordsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const { onHold } = props.incident;
  return onHold ? (
    <Alert
      status="info"
      icon={<RiPauseCircleLine aria-hidden="true" />}
      title={t('onHoldTitle', {
        reason: word(`hold_${onHold.reason}`),
      })}
      description={t('onHoldHint', {
        since: format.short(onHold.since, now),
        time: format.short(onHold.resumeBy, now),
      })}
    />
  ) : null;
};
