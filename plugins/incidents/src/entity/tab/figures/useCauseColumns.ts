import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import type { Column } from '../../../charts/column';
import { useShareFormat } from '../../../charts/useShareFormat';
import { incidentsHistoryTranslationRef } from '../../../translations/history';

/** How many incidents have a change of a kind as their cause; `none`: nobody linked one. */
export interface CauseRow {
  cause: 'deployment' | 'configuration' | 'none';
  n: number;
  of: number;
}

export function useCauseColumns(): Column<CauseRow>[] {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { share } = useShareFormat();
  return useMemo(
    () => [
      {
        name: 'cause',
        title: t('columnCause'),
        value: row => row.cause,
        show: row => t(`cause_${row.cause}`),
      },
      {
        name: 'incidents',
        title: t('incidents'),
        value: row => row.n,
        show: row => share(row),
        isNumber: true,
      },
    ],
    [t, share],
  );
}
