import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { useDueWords } from '../elements/Countdown';
import { useNow } from '../elements/now';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import { incidentsWordsTranslationRef } from '../translations/words';

/** Why a row stands where it stands: priority first, then risks, then what falls due next. */
export function useRank({ incident, clock }: InboxItem): string {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const dueWords = useDueWords();
  const now = useNow();
  const { priority, risks } = incident;
  return [
    priority,
    risks.length > 0 &&
      t('raised', {
        risks: risks.map(risk => words(`risk_${risk}`)).join(', '),
      }),
    clock && dueWords(clock.kind, clock.dueAt, now),
  ]
    .filter(Boolean)
    .join(', ');
}
