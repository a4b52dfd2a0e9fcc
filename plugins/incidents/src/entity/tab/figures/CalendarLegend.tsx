import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PriorityShape } from '../../../elements/PriorityMark';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { Measure } from './measures';
import classes from './Calendar.module.css';

/** What the shades of the calendar and its triangle stand for. */
export const CalendarLegend = (props: { measure: Measure }) => {
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
    </span>
  );
};
