import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import { dayIn, type Day } from './calendarWeeks';
import { useDayFormat } from '../../../charts/useDayFormat';
import classes from './OwnerChanges.module.css';

/** When the entity got another owner, where it did: a line down through the weeks, with who had it before and after. */
export const OwnerChanges = (props: {
  changes: HistoryFigures['owners'];
  zone: string;
  left: (day: Day) => number;
  isShown: (day: Day) => boolean;
  width: number;
  height: number;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const format = useDayFormat();
  const { zone, width } = props;
  const changes = props.changes
    .map(change => ({ ...change, day: dayIn(zone, change.at) }))
    .filter(({ day }) => props.isShown(day));
  if (changes.length === 0) {
    return null;
  }
  return (
    <ul aria-label={t('ownerChanges')} className={classes.changes}>
      {changes.map(({ at, day, from, to }, index) => {
        const left = props.left(day);
        const below = changes.length - 1 - index;
        return (
          <li key={at} className={classes.change}>
            <span
              className={classes.words}
              style={
                left > width / 2
                  ? { marginRight: width - left, marginLeft: 'auto' }
                  : { marginLeft: left }
              }
            >
              {t('ownerChange', {
                from: from?.title ?? t('nobody'),
                to: to?.title ?? t('nobody'),
                day: format.day(day),
              })}
            </span>
            <span
              className={classes.line}
              style={{ left, height: below * 16 + 20 + props.height }}
            />
          </li>
        );
      })}
    </ul>
  );
};
