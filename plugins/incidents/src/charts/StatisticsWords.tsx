import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Statistics } from '@linchpin/backstage-plugin-incidents-common/history';
import { useDurationFormat } from '../elements/time';
import { incidentsChartsTranslationRef } from '../translations/charts';
import { useShareFormat } from './useShareFormat';

/** `p50 38 min, p90 3 h, n = 12, 1 not yet or never`; no percentiles where nothing has ended. */
export const StatisticsWords = (props: { statistics: Statistics }) => {
  const { t } = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  const { number } = useShareFormat();
  const { n, censored, missing, p50, p90 } = props.statistics;
  const parts = [
    ...(p50.ended === null ? [] : [`${t('p50')} ${duration(p50.ended)}`]),
    ...(p90.ended === null ? [] : [`${t('p90')} ${duration(p90.ended)}`]),
    t('n', { n: number(n) }),
    ...(censored > 0 ? [t('nNotEnded', { n: number(censored) })] : []),
    ...(missing > 0 ? [t('nMissing', { n: number(missing) })] : []),
  ];
  return <>{parts.join(', ')}</>;
};
