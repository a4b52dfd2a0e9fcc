import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useMemo } from 'react';
import type { Column } from '../../../charts/column';
import { minutesOf } from '../../../charts/minutesOf';
import { PHASES } from '../../../charts/phases';
import { PriorityMark } from '../../../elements/PriorityMark';
import { useDurationFormat, useInstantFormat } from '../../../elements/time';
import { useIncidentsPaths } from '../../../navigation/navigation';
import { incidentsChartsTranslationRef } from '../../../translations/charts';
import { incidentsHistoryTranslationRef } from '../../../translations/history';
import type { HistoryDot } from './marks';
import { useDotTime } from './useDotTime';

export function useDotColumns(): Column<HistoryDot>[] {
  const { t } = useTranslationRef(incidentsHistoryTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  const { date } = useInstantFormat();
  const time = useDotTime();
  const paths = useIncidentsPaths();
  return useMemo(
    () => [
      {
        name: 'number',
        title: t('columnNumber'),
        value: dot => dot.number,
        show: dot => (
          <Link href={paths.incident(dot.number)} standalone>
            {dot.number}
          </Link>
        ),
      },
      { name: 'title', title: t('columnTitle'), value: dot => dot.title },
      {
        name: 'priority',
        title: t('columnPriority'),
        value: dot => dot.priority,
        show: dot => <PriorityMark priority={dot.priority} />,
      },
      {
        name: 'declared_at',
        isDispensable: true,
        title: t('columnDate'),
        value: dot => dot.declaredAt,
        show: dot => date(dot.declaredAt),
      },
      {
        name: 'minutes',
        title: t('columnDuration'),
        value: dot => minutesOf(dot.ms),
        show: time,
        isNumber: true,
      },
      {
        name: 'has_ended',
        isDispensable: true,
        title: t('columnEnded'),
        value: dot => String(dot.kind === 'ended'),
        show: dot => (dot.kind === 'ended' ? t('yes') : t('no')),
      },
      ...PHASES.map((phase): Column<HistoryDot> => ({
        name: `${phase}_minutes`,
        isDispensable: true,
        title: charts.t(phase),
        value: dot => minutesOf(dot.phases[phase]),
        show: dot => duration(dot.phases[phase]),
        isNumber: true,
      })),
      {
        name: 'caused_by_change',
        isDispensable: true,
        title: t('byChange'),
        value: dot => String(dot.causedByChange),
        show: dot => (dot.causedByChange ? t('yes') : t('no')),
      },
    ],
    [t, charts, duration, time, date, paths],
  );
}
