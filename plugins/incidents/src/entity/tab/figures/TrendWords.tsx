import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import { useDurationFormat } from '../../../elements/time';
import { incidentsHistoryTranslationRef } from '../../../translations/history';

/** How the time to resolve changed from the period before to this one, or why nothing can be said of it. */
export const TrendWords = (props: { trend: HistoryFigures['trend'] }) => {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { duration } = useDurationFormat();
  const { trend } = props;
  if (trend.kind === 'none') {
    const [before, now] = trend.n;
    return (
      <span>
        {t('noTrend', {
          needed: String(trend.needed),
          before: String(before),
          now: String(now),
        })}
      </span>
    );
  }
  const change = (milliseconds: number) =>
    t(milliseconds < 0 ? 'shorter' : 'longer', {
      duration: duration(Math.abs(milliseconds)),
    });
  return (
    <span>
      {t('trend', { p50: change(trend.p50), p90: change(trend.p90) })}
    </span>
  );
};
