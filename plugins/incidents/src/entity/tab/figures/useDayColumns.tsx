import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import type { Column } from '../../../charts/column';
import { minutesOf } from '../../../charts/minutesOf';
import { useDurationFormat } from '../../../elements/time';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import { useDayFormat } from '../../../charts/useDayFormat';
import type { HistoryDay } from './marks';

export function useDayColumns(): Column<HistoryDay>[] {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const { duration } = useDurationFormat();
  const day = useDayFormat();
  return useMemo(
    () => [
      {
        name: 'day',
        title: t('columnDay'),
        value: row => row.day,
        show: row => day.full(row.day),
      },
      {
        name: 'incidents',
        title: t('columnBegan'),
        value: row => row.incidents,
        isNumber: true,
      },
      {
        name: 'impact_minutes',
        title: t('columnImpact'),
        value: row => minutesOf(row.impactMs),
        show: row => duration(row.impactMs),
        isNumber: true,
      },
      {
        name: 'p1_or_p2',
        title: t('columnMajor'),
        value: row => String(row.major),
        show: row => (row.major ? t('yes') : t('no')),
      },
      {
        name: 'deployments',
        title: t('columnDeployments'),
        value: row => row.deployments.n,
        isNumber: true,
      },
      {
        name: 'failed_deployments',
        title: t('columnFailed'),
        value: row => row.deployments.failed,
        isNumber: true,
      },
    ],
    [t, duration, day],
  );
}
