import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { useInstantFormat } from '../elements/time';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import { incidentsWordsTranslationRef } from '../translations/words';

/** Why an incident stands in this inbox now, so that nobody wonders. */
export function useWhyHere({ incident, why }: InboxItem): string | undefined {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const { time } = useInstantFormat();
  if (incident.recoveredAt) {
    return t('recoveredAt', { time: time(incident.recoveredAt) });
  }
  if (incident.onHold) {
    return t('holdFor', {
      reason: words(`hold_${incident.onHold.reason}`),
    });
  }
  if (incident.unrouted) {
    return t(`unrouted_${incident.unrouted}`);
  }
  if (incident.resolveProposedAt) {
    return t('quiet', {
      time: time(incident.mitigatedAt ?? incident.resolveProposedAt),
    });
  }
  const status = words(`status_${incident.status}`);
  if (why.code === 'you-lead') {
    return status;
  }
  const because = t(`why_${why.code}`, { team: why.teamTitle ?? '' });
  return incident.status === 'triage'
    ? because
    : t('because', { status, why: because });
}
