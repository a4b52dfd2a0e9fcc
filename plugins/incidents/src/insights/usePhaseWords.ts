import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Phases } from '@linchpin/backstage-plugin-incidents-common/history';
import { PHASES } from '../charts/phases';
import { useShareFormat } from '../charts/useShareFormat';
import { useDurationFormat } from '../elements/time';
import { incidentsChartsTranslationRef } from '../translations/charts';
import { incidentsInsightsTranslationRef } from '../translations/insights';

/** Phases in words: `18 h: waiting 12 %, investigating 40 %, fixing 48 %`. */
export function usePhaseWords() {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  const { percent } = useShareFormat();
  return (phases: Phases): string => {
    const sum = PHASES.reduce((total, phase) => total + phases[phase], 0);
    return t('ofWhole', {
      duration: duration(sum),
      phases: PHASES.filter(phase => phases[phase] > 0)
        .map(phase =>
          t('phasePart', {
            phase: charts.t(phase),
            percent: percent({ n: phases[phase], of: sum }),
          }),
        )
        .join(', '),
    });
  };
}
