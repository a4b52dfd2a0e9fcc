import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import { useDayFormat } from '../../charts/useDayFormat';
import { daysBehind } from './incidentsBehind';
import type { Mark } from './useMarked';

/** Which incidents a mark stands for, in words. */
export function useMarkWords(figures: HistoryFigures) {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const format = useDayFormat();
  return (mark: Mark): string => {
    switch (mark.kind) {
      case 'day': {
        const [first] = daysBehind(mark.day, figures);
        return first && first.day !== mark.day
          ? t('marked_days', {
              from: format.full(first.day),
              to: format.full(mark.day),
            })
          : t('marked_day', { day: format.full(mark.day) });
      }
      case 'incident':
        return t('marked_incident', { number: mark.number });
      default:
        return t('marked_change');
    }
  };
}
