import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, VisuallyHidden } from '@backstage/ui';
import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import { useDayFormat } from '../../charts/useDayFormat';
import { incidentsHistoryTranslationRef } from '../../translations/history';
import classes from './YearCard.module.css';

/** More dots than these are not counted by eye any more; the number beneath says them all. */
const DOTS_MAX = 24;

/**
 * Twelve months, a dot for each incident. A table to those who hear it, since
 * few incidents make no statistics.
 */
export const YearCard = (props: Pick<EntityHistory, 'months'>) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  return (
    <Card className={classes.card}>
      <h2 className={classes.title}>
        {t('when')} <span className={classes.year}>{t('whenYear')}</span>
      </h2>
      <p className={classes.few}>{t('tooFew')}</p>
      <table className={classes.strip} aria-label={t('months')}>
        <tbody>
          {props.months.map((month, index) => (
            <tr key={month.month} className={classes.month}>
              <th scope="row">
                <MonthName month={month.month} isFirst={index === 0} />
              </th>
              <td>
                <span className={classes.dots} aria-hidden="true">
                  {Array.from(
                    { length: Math.min(month.incidents, DOTS_MAX) },
                    (_, dot) => (
                      <i key={dot} />
                    ),
                  )}
                </span>
                <Count incidents={month.incidents} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.left}>{t('monthsLeftOut')}</p>
    </Card>
  );
};

/** A month without any is a gap to the eye. */
const Count = (props: { incidents: number }) =>
  props.incidents > 0 ? (
    <span className={classes.count}>{props.incidents}</span>
  ) : (
    <VisuallyHidden>0</VisuallyHidden>
  );

/** `Nov`; the first one and each January with their year. */
const MonthName = (props: { month: string; isFirst: boolean }) => {
  const format = useDayFormat();
  const [year, month] = props.month.split('-');
  return (
    <>
      {format.month(`${props.month}-01`)}
      {(props.isFirst || month === '01') && (
        <span className={classes.monthYear}> {year}</span>
      )}
    </>
  );
};
