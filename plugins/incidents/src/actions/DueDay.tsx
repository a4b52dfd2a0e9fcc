import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { useCallback } from 'react';
import { useDayFormat } from '../charts/useDayFormat';
import { useNow } from '../elements/now';
import { incidentsActionsTranslationRef } from '../translations/actions';
import { daysLeft, heatOf, overdueDays } from './due';
import classes from './DueDay.module.css';

type Due = Pick<Action, 'dueOn' | 'dueAt' | 'status'>;

/** When an action item is due, in words: the nearer, the plainer. */
export function useDueDayWords() {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const format = useDayFormat();
  return useCallback(
    (action: Due, now: number): string => {
      switch (heatOf(action, now)) {
        case 'overdue':
          return t('overdue', { count: overdueDays(action, now) });
        case 'near':
          return near(daysLeft(action.dueAt, now));
        default:
          return t('dueOn', { day: format.shortDay(action.dueOn) });
      }
      function near(days: number): string {
        if (days === 0) {
          return t('dueToday');
        }
        return days === 1 ? t('dueTomorrow') : t('dueIn', { count: days });
      }
    },
    [t, format],
  );
}

/** When an action item is due; grey until it is near. */
export const DueDay = (props: { action: Due }) => {
  const words = useDueDayWords();
  const format = useDayFormat();
  const now = useNow();
  const { action } = props;
  return (
    <span
      className={classes.due}
      data-heat={heatOf(action, now)}
      title={format.date(action.dueOn)}
    >
      {words(action, now)}
    </span>
  );
};
