import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Insights } from '@linchpin/backstage-plugin-incidents-common';
import { ChartTable } from '../charts/ChartTable';
import type { Column } from '../charts/column';
import { FigureCard } from '../charts/FigureCard';
import { statisticsColumns } from '../charts/statisticsColumns';
import { useShareFormat } from '../charts/useShareFormat';
import { incidentsInsightsTranslationRef } from '../translations/insights';
import { TeamName } from './TeamName';

type Team = Insights['teams'][number];

/** Which team kept which of the times that it had. */
export const ClocksKept = (props: Pick<Insights, 'teams' | 'promises'>) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const { share } = useShareFormat();
  const columns = useClockColumns();
  const { updates, acknowledged } = props.promises;
  return (
    <FigureCard
      title={t('promises')}
      count={t('promisesHint')}
      file="insights-clocks"
      columns={columns}
      rows={props.teams}
      notes={
        <span>
          {t('allTeams')}: {t('columnAcknowledged')} {share(acknowledged)};{' '}
          {t('columnUpdates')} {share(updates)}
        </span>
      }
    >
      <ChartTable label={t('promises')} columns={columns} rows={props.teams} />
    </FigureCard>
  );
};

function useClockColumns(): Column<Team>[] {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const { share } = useShareFormat();
  return [
    {
      name: 'team',
      title: t('columnTeam'),
      value: team => team.owner?.ref ?? null,
      show: team => <TeamName owner={team.owner} />,
    },
    {
      name: 'taken_in_time',
      title: t('columnAcknowledged'),
      value: team => team.promises.acknowledged.n,
      show: team => share(team.promises.acknowledged),
      isNumber: true,
    },
    {
      name: 'taken_in_time_of',
      title: t('columnAcknowledged'),
      value: team => team.promises.acknowledged.of,
      isInFileOnly: true,
    },
    {
      name: 'updates_on_time',
      title: t('columnUpdates'),
      value: team => team.promises.updates.n,
      show: team => share(team.promises.updates),
      isNumber: true,
    },
    {
      name: 'updates_on_time_of',
      title: t('columnUpdates'),
      value: team => team.promises.updates.of,
      isInFileOnly: true,
    },
    ...statisticsColumns(
      'to_take',
      t('columnToAcknowledge'),
      (team: Team) => team.acknowledge,
    ),
  ];
}
