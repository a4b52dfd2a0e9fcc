import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PHASES } from '../../../charts/phases';
import { useDurationFormat, useInstantFormat } from '../../../elements/time';
import { incidentsChartsTranslationRef } from '../../../translations/charts';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { HistoryDot } from './marks';
import { useDotTime } from './useDotTime';

/** An incident in words: `P2, INC-12, Slow, 12 Nov 2026, 38 min from the impact on; from the declaration on: waiting 4 min, fixing 30 min; caused by a change`. */
export function useDotWords() {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  const { date } = useInstantFormat();
  const time = useDotTime();
  return (dot: HistoryDot): string => {
    const what = [
      dot.priority,
      dot.number,
      dot.title,
      date(dot.declaredAt),
      t('fromImpact', { duration: time(dot) }),
    ];
    const phases = PHASES.filter(phase => dot.phases[phase] > 0).map(
      phase => `${charts.t(phase)} ${duration(dot.phases[phase])}`,
    );
    const how = [
      ...(phases.length > 0
        ? [`${t('fromDeclaration')}: ${phases.join(', ')}`]
        : []),
      ...(dot.causedByChange ? [t('byChange')] : []),
      ...(dot.reopened ? [t('reopened')] : []),
    ];
    return [what.join(', '), ...how].join('; ');
  };
}
