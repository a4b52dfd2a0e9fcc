import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { ChartCard } from '../../../charts/ChartCard';
import { useShareFormat } from '../../../charts/useShareFormat';
import { incidentsChartsTranslationRef } from '../../../translations/charts';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { Marked } from '../useMarked';
import { OpenMark } from './DurationMark';
import { DurationStrip } from './DurationStrip';
import { TrendWords } from './TrendWords';
import { useDotColumns } from './useDotColumns';
import classes from './HowLong.module.css';

/** How long each incident took, one dot for each; what is still open stands beside those that ended. */
export const HowLong = (props: {
  figures: HistoryFigures;
  file: string;
  marked: Marked;
}) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { number } = useShareFormat();
  const columns = useDotColumns();
  const { dots, durations, trend } = props.figures;
  const { n, censored, missing } = durations.resolve;
  return (
    <ChartCard
      title={t('howLong')}
      count={`${t('beganToResolved')}, ${charts.t('n', { n: number(n) })}`}
      file={`${props.file}-durations`}
      columns={columns}
      rows={dots}
      notes={
        <>
          {censored > 0 && (
            <span className={classes.open}>
              <OpenMark />
              {t('stillOpen', { count: censored })}
            </span>
          )}
          <span>{t('phasesHint')}</span>
          {missing > 0 && <span>{t('notKnown', { count: missing })}</span>}
          <TrendWords trend={trend} />
        </>
      }
    >
      <DurationStrip figures={props.figures} marked={props.marked} />
    </ChartCard>
  );
};
