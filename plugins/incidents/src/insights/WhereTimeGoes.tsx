import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Insights,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Phases } from '@linchpin/backstage-plugin-incidents-common/history';
import { BarList } from '../charts/BarList';
import { ChartCard } from '../charts/ChartCard';
import type { Column } from '../charts/column';
import { minutesOf } from '../charts/minutesOf';
import { phaseParts, PHASES } from '../charts/phases';
import { useDurationFormat } from '../elements/time';
import { incidentsChartsTranslationRef } from '../translations/charts';
import { incidentsInsightsTranslationRef } from '../translations/insights';
import { TeamName } from './TeamName';
import { usePhaseWords } from './usePhaseWords';

interface Row {
  owner: NamedRef | null;
  phases: Phases;
}

/** With what the time of responses was spent, for each team that is accountable. */
export const WhereTimeGoes = ({ insights }: { insights: Insights }) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const words = usePhaseWords();
  const columns = usePhaseColumns();
  const rows = insights.teams.filter(({ phases }) =>
    PHASES.some(phase => phases[phase] > 0),
  );
  return (
    <ChartCard
      title={t('time')}
      count={t('timeHint')}
      file="insights-phases"
      columns={columns}
      rows={rows}
      notes={
        <span>
          {t('allTeams')} {words(insights.phases)}
        </span>
      }
    >
      <BarList
        rows={rows.map(({ owner, phases }) => ({
          key: owner?.ref ?? '',
          name: <TeamName owner={owner} />,
          parts: phaseParts(phases),
          words: words(phases),
        }))}
        legend={PHASES.map(phase => ({ kind: phase, name: charts.t(phase) }))}
      />
    </ChartCard>
  );
};

function usePhaseColumns(): Column<Row>[] {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const charts = useTranslationRef(incidentsChartsTranslationRef);
  const { duration } = useDurationFormat();
  return [
    {
      name: 'team',
      title: t('columnTeam'),
      value: row => row.owner?.ref ?? null,
      show: row => <TeamName owner={row.owner} />,
    },
    ...PHASES.map((phase): Column<Row> => ({
      name: `${phase}_minutes`,
      title: charts.t(phase),
      value: row => minutesOf(row.phases[phase]),
      show: row => duration(row.phases[phase]),
      isNumber: true,
    })),
  ];
}
