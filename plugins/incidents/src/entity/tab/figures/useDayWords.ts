import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDurationFormat } from '../../../elements/time';
import { incidentsChartsTranslationRef } from '../../../translations/charts';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import { useDayFormat } from '../../../charts/useDayFormat';
import type { HistoryDay } from './marks';

/** A day in words: `Thursday, 12 November 2026: 2 incidents began, 1 h 3 min impact, with a P1 or P2, 3 deployments, 1 of them caused an incident`. */
export function useDayWords() {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  const format = useDayFormat();
  return ({
    day,
    incidents,
    impactMs,
    major,
    deployments,
  }: HistoryDay): string => {
    const facts = [
      incidents > 0
        ? t('began', {
            incidents: charts.t('incidents', { count: incidents }),
          })
        : t(impactMs > 0 ? 'wentOn' : 'noneBegan'),
      t('dayImpact', { duration: duration(impactMs) }),
      ...(major ? [t('withMajor')] : []),
      ...(deployments.n > 0 ? [t('deployed', { count: deployments.n })] : []),
      ...(deployments.failed > 0
        ? [t('deployedBadly', { count: deployments.failed })]
        : []),
    ];
    return `${format.full(day)}: ${facts.join(', ')}`;
  };
}
