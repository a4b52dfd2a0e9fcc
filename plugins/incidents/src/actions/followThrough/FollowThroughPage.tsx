import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FollowThrough } from '@linchpin/backstage-plugin-incidents-common';
import { useFollowThrough } from '../../api/actions';
import { GroupPicker } from '../../commands';
import { EmptyState, FailedPart, RowSkeleton } from '../../elements/states';
import { useAddressQuery } from '../../navigation/navigation';
import { incidentsFollowThroughTranslationRef } from '../../translations/followThrough';
import { FactorPareto } from '../factors/FactorPareto';
import { Cohorts } from './Cohorts';
import classes from './FollowThroughPage.module.css';
import { HowItStands } from './HowItStands';
import { RecurredWhileOpen } from './RecurredWhileOpen';
import { TeamsBehind } from './TeamsBehind';

/** Whether what was decided gets done, in time, and whether it helps. */
export const FollowThroughPage = () => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const address = useAddressQuery();
  const owner = address.get('owner');
  const answer = useFollowThrough(owner ? { owner: [owner] } : {});
  const { data, error, refetch, isPlaceholderData } = answer;
  return (
    <>
      <div className={classes.team}>
        <GroupPicker
          aria-label={t('team')}
          placeholder={t('anyTeam')}
          size="small"
          value={owner ?? null}
          onChange={next => address.change({ owner: next ?? undefined })}
        />
      </div>
      {data && (
        <Cards followed={data} owner={owner} isBusy={isPlaceholderData} />
      )}
      {!data && error && <FailedPart error={error} onRetry={refetch} />}
      {!data && !error && <RowSkeleton rows={8} />}
    </>
  );
};

const Cards = (props: {
  followed: FollowThrough;
  owner: string | undefined;
  isBusy: boolean;
}) => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const { followed, owner } = props;
  if (
    !followed.cohorts.some(({ due }) => due > 0) &&
    followed.open.count === 0
  ) {
    return <EmptyState title={t('nothingFollowed')} />;
  }
  return (
    <div className={classes.cards} aria-busy={props.isBusy}>
      <div className={classes.lead}>
        <RecurredWhileOpen
          recurred={followed.recurredWhileOpen}
          since={t('lastYear')}
        />
      </div>
      <div className={classes.column}>
        <Cohorts cohorts={followed.cohorts} />
        <FactorPareto scope={owner} file="factors" />
      </div>
      <div className={classes.column}>
        <HowItStands followed={followed} />
        <TeamsBehind teams={followed.teams} />
      </div>
    </div>
  );
};
