import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { useDayFormat } from '../../charts/useDayFormat';
import type { Mark } from './useMarked';

/** Which incidents a mark stands for, in words. */
export function useMarkWords() {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const format = useDayFormat();
  return (mark: Mark): string => {
    switch (mark.kind) {
      case 'day':
        return t('marked_day', { day: format.full(mark.day) });
      case 'incident':
        return t('marked_incident', { number: mark.number });
      default:
        return t('marked_change');
    }
  };
}
