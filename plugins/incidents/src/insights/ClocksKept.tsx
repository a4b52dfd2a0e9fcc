import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Insights } from '@linchpin/backstage-plugin-incidents-common';
import { ChartCard } from '../charts/ChartCard';
import { StatisticsWords } from '../charts/StatisticsWords';
import { useShareFormat } from '../charts/useShareFormat';
import { incidentsInsightsTranslationRef } from '../translations/insights';
import { TeamName } from './TeamName';

/** Which team kept which of the times that it had. */
export const ClocksKept = (props: Pick<Insights, 'teams' | 'promises'>) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const { share } = useShareFormat();
  const { updates, acknowledged } = props.promises;
  return (
    <ChartCard
      title={t('promises')}
      count={t('promisesHint')}
      file="insights-clocks"
      columns={[
        {
          name: 'team',
          title: t('columnTeam'),
          value: team => team.owner?.ref ?? null,
          show: team => <TeamName owner={team.owner} />,
        },
        {
          name: 'acknowledged_in_time',
          title: t('columnAcknowledged'),
          value: team => team.promises.acknowledged.n,
          show: team => share(team.promises.acknowledged),
          isNumber: true,
        },
        {
          name: 'acknowledged_of',
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
          name: 'updates_of',
          title: t('columnUpdates'),
          value: team => team.promises.updates.of,
          isInFileOnly: true,
        },
        {
          name: 'acknowledge_p90_ms',
          title: t('columnToAcknowledge'),
          value: team => team.acknowledge.p90.ended,
          show: team => <StatisticsWords statistics={team.acknowledge} />,
        },
      ]}
      rows={props.teams}
      notes={
        <span>
          {t('allTeams')}: {t('columnAcknowledged')} {share(acknowledged)};{' '}
          {t('columnUpdates')} {share(updates)}
        </span>
      }
    />
  );
};
