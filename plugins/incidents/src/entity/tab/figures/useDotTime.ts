import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { useDurationFormat } from '../../../elements/time';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { HistoryDot } from './marks';

/** How long an incident took, or has taken so far: `38 min so far`. */
export function useDotTime() {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { duration } = useDurationFormat();
  return useMemo(
    () => (dot: HistoryDot) =>
      dot.kind === 'ended'
        ? duration(dot.ms)
        : t('running', { duration: duration(dot.ms) }),
    [t, duration],
  );
}
