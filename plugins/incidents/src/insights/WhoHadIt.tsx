import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Insights } from '@linchpin/backstage-plugin-incidents-common';
import { BarList } from '../charts/BarList';
import { ChartCard } from '../charts/ChartCard';
import { minutesOf } from '../charts/minutesOf';
import { useDurationFormat } from '../elements/time';
import { incidentsInsightsTranslationRef } from '../translations/insights';
import { TeamName } from './TeamName';

/** How long each team had incidents, and how often they came: more often than there were incidents is ping-pong. */
export const WhoHadIt = (props: Pick<Insights, 'teams'>) => {
  const { t } = useTranslationRef(incidentsInsightsTranslationRef);
  const { duration } = useDurationFormat();
  // Some are accountable for what others had all the time.
  const teams = props.teams.filter(({ times }) => times > 0);
  return (
    <ChartCard
      title={t('held')}
      count={t('heldHint')}
      file="insights-held"
      columns={[
        {
          name: 'team',
          title: t('columnTeam'),
          value: team => team.owner?.ref ?? null,
          show: team => <TeamName owner={team.owner} />,
        },
        {
          name: 'held_minutes',
          title: t('columnHeld'),
          value: team => minutesOf(team.heldMs),
          show: team => duration(team.heldMs),
          isNumber: true,
        },
        {
          name: 'incidents',
          title: t('columnIncidents'),
          value: team => team.incidents,
          isNumber: true,
        },
        {
          name: 'times',
          title: t('columnTimes'),
          value: team => team.times,
          isNumber: true,
        },
        {
          name: 'handed_on',
          title: t('columnHandedOn'),
          value: team => team.handedOn,
          isNumber: true,
        },
      ]}
      rows={teams}
    >
      <BarList
        rows={teams.map(team => ({
          key: team.owner?.ref ?? '',
          name: <TeamName owner={team.owner} />,
          parts: [{ kind: 'whole', value: team.heldMs }],
          words: t('heldWords', {
            count: team.incidents,
            duration: duration(team.heldMs),
            times: t('times', { count: team.times }),
            handedOn: t('times', { count: team.handedOn }),
          }),
        }))}
      />
    </ChartCard>
  );
};
