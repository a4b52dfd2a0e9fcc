import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { FollowThrough } from '@linchpin/backstage-plugin-incidents-common';
import { BarList } from '../../charts/BarList';
import { ChartCard } from '../../charts/ChartCard';
import { useShareFormat } from '../../charts/useShareFormat';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsFollowThroughTranslationRef } from '../../translations/followThrough';

import classes from './TeamsBehind.module.css';

type Team = FollowThrough['teams'][number];

const SHOWN = 10;

/** Which team has most overdue, and which kept its days. */
export const TeamsBehind = ({ teams }: Pick<FollowThrough, 'teams'>) => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const { share } = useShareFormat();
  const kept = (team: Team) => share({ n: team.closedOnTime, of: team.due });
  const name = (team: Team) => <TeamLink team={team} />;
  return (
    <ChartCard
      title={t('teams')}
      count={t('teamsHint')}
      file="actions-by-team"
      columns={[
        {
          name: 'team',
          title: t('team'),
          value: team => team.owner?.ref ?? null,
          show: name,
        },
        {
          name: 'open',
          title: t('part_open'),
          value: team => team.open,
          isNumber: true,
        },
        {
          name: 'overdue',
          title: t('overdue'),
          value: team => team.overdue,
          isNumber: true,
        },
        {
          name: 'closed_on_time',
          title: t('part_onTime'),
          value: team => team.closedOnTime,
          show: kept,
          isNumber: true,
        },
        {
          name: 'due',
          title: t('columnDue'),
          value: team => team.due,
          isInFileOnly: true,
        },
      ]}
      rows={teams}
    >
      <BarList
        rows={teams.slice(0, SHOWN).map(team => ({
          key: team.owner?.ref ?? '',
          name: name(team),
          parts: [
            { kind: 'whole', value: team.overdue },
            { kind: 'open', value: team.open - team.overdue },
          ],
          words: t('teamWords', {
            overdue: String(team.overdue),
            open: String(team.open),
            kept: kept(team),
          }),
        }))}
        legend={[
          { kind: 'whole', name: t('overdue') },
          { kind: 'open', name: t('part_openInTime') },
        ]}
      />
    </ChartCard>
  );
};

/** Leads to what is overdue of it. */
const TeamLink = ({ team }: { team: Team }) => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const paths = useIncidentsPaths();
  return team.owner ? (
    <Link
      href={`${paths.actions}?owner=${encodeURIComponent(team.owner.ref)}&whose=overdue`}
      standalone
      className={classes.team}
    >
      {team.owner.title}
    </Link>
  ) : (
    <em>{t('noLane')}</em>
  );
};
