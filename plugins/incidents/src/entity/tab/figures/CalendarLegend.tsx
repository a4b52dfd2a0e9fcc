import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PriorityShape } from '../../../elements/PriorityMark';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { Measure } from './measures';
import classes from './Calendar.module.css';

/** What the shades of the calendar and its marks stand for. */
export const CalendarLegend = (props: {
  measure: Measure;
  /** Whether a deployment of any day went wrong. */
  hasFailed: boolean;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  return (
    <span className={classes.legend}>
      {([1, 2, 3] as const).map(shade => (
        <span key={shade} className={classes.key}>
          <span className={classes.swatch} data-shade={shade} />
          {t(`${props.measure}_${shade}`)}
        </span>
      ))}
      <span className={classes.key}>
        <PriorityShape priority="P2" />
        {t('withMajor')}
      </span>
      {props.hasFailed && (
        <span className={classes.key}>
          <span className={classes.swatch} data-failed />
          {t('aFailedDeployment')}
        </span>
      )}
    </span>
  );
};
