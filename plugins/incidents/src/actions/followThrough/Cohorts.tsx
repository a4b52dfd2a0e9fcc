import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FollowThrough } from '@linchpin/backstage-plugin-incidents-common';
import { BarList } from '../../charts/BarList';
import { ChartCard } from '../../charts/ChartCard';
import { useDayFormat } from '../../charts/useDayFormat';
import { useShareFormat } from '../../charts/useShareFormat';
import { incidentsFollowThroughTranslationRef } from '../../translations/followThrough';

type Cohort = FollowThrough['cohorts'][number];

const PARTS = [
  { kind: 'onTime', count: 'closedOnTime' },
  { kind: 'late', count: 'closedLate' },
  { kind: 'open', count: 'open' },
  { kind: 'wontDo', count: 'wontDo' },
] as const satisfies { kind: string; count: keyof Cohort }[];

/** Nothing is said of the months before anything was due. */
function sinceTheFirst(cohorts: readonly Cohort[]): readonly Cohort[] {
  const first = cohorts.findIndex(({ due }) => due > 0);
  return first < 0 ? [] : cohorts.slice(first);
}

/** Of what was due in a month: what was closed by its day, and what was not. */
export const Cohorts = (props: Pick<FollowThrough, 'cohorts'>) => {
  const cohorts = sinceTheFirst(props.cohorts);
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const { share } = useShareFormat();
  const { monthAndYear } = useDayFormat();
  const month = (row: Cohort) => monthAndYear(`${row.month}-01`);
  return (
    <ChartCard
      title={t('cohorts')}
      count={t('cohortsHint')}
      file="actions-by-month"
      columns={[
        {
          name: 'month',
          title: t('columnMonth'),
          value: row => row.month,
          show: month,
        },
        {
          name: 'due',
          title: t('columnDue'),
          value: row => row.due,
          isNumber: true,
        },
        ...PARTS.map(({ kind, count }) => ({
          name: kind,
          title: t(`part_${kind}`),
          value: (row: Cohort) => row[count],
          isNumber: true,
        })),
      ]}
      rows={cohorts}
    >
      <BarList
        rows={cohorts.map(row => ({
          key: row.month,
          name: month(row),
          parts: PARTS.map(({ kind, count }) => ({ kind, value: row[count] })),
          words: t('onTime', {
            share: share({ n: row.closedOnTime, of: row.due }),
          }),
        }))}
        legend={PARTS.map(({ kind }) => ({ kind, name: t(`part_${kind}`) }))}
      />
    </ChartCard>
  );
};
