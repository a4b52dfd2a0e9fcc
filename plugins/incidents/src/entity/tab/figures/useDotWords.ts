import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PHASES } from '../../../charts/phases';
import { useDurationFormat, useInstantFormat } from '../../../elements/time';
import { incidentsChartsTranslationRef } from '../../../translations/charts';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { HistoryDot } from './marks';

/** An incident in words: `P2, INC-12, Slow, 12 Nov 2026, 38 min: waiting 4 min, fixing 34 min, caused by a change`. */
export function useDotWords() {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  const { date } = useInstantFormat();
  return (dot: HistoryDot): string => {
    const what = [
      dot.priority,
      dot.number,
      dot.title,
      date(dot.declaredAt),
      dot.kind === 'ended'
        ? duration(dot.ms)
        : t('running', { duration: duration(dot.ms) }),
    ];
    const how = [
      ...PHASES.filter(phase => dot.phases[phase] > 0).map(
        phase => `${charts.t(phase)} ${duration(dot.phases[phase])}`,
      ),
      ...(dot.causedByChange ? [t('byChange')] : []),
      ...(dot.reopened ? [t('reopened')] : []),
    ];
    return [what.join(', '), how.join(', ')].filter(Boolean).join(': ');
  };
}
