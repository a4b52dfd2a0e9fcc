import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Inbox } from '@linchpin/backstage-plugin-incidents-common';
import { RiShieldCheckLine, RiTeamLine } from '@remixicon/react';
import { IncidentsSurface } from '../api/IncidentsSurface';
import { useInbox } from '../api/queries';
import { EmptyState, FailedPart, RowSkeleton } from '../elements/states';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsHomeTranslationRef } from '../translations/home';
import { HomeRows } from './HomeRows';
import classes from './HomeIncidents.module.css';

/** What waits for a decision of mine, and what else is live around my teams. */
export const HomeIncidents = () => (
  <IncidentsSurface>
    <AroundMyTeams />
  </IncidentsSurface>
);

const AroundMyTeams = () => {
  const { data, error, refetch } = useInbox({ view: 'teams' });
  if (data) {
    return data.items.length > 0 ? (
      <Rows inbox={data} />
    ) : (
      <Calm inbox={data} />
    );
  }
  return error ? (
    <FailedPart error={error} onRetry={() => refetch()} />
  ) : (
    <RowSkeleton rows={3} />
  );
};

const Rows = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslationRef(incidentsHomeTranslationRef);
  const paths = useIncidentsPaths();
  const decisions = inbox.items.filter(item => item.needsDecision);
  const others = inbox.items.filter(item => !item.needsDecision);
  return (
    <div className={classes.widget}>
      <HomeRows title={t('decisions')} items={decisions} />
      <HomeRows title={t('live')} items={others} />
      <Link href={paths.inbox} standalone className={classes.inbox}>
        {t('openInbox')} <span aria-hidden="true">→</span>
      </Link>
    </div>
  );
};

const Calm = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslationRef(incidentsHomeTranslationRef);
  return inbox.teams.length > 0 ? (
    <EmptyState icon={<RiShieldCheckLine />} title={t('calm')}>
      {t('calmHint')}
    </EmptyState>
  ) : (
    <EmptyState icon={<RiTeamLine />} title={t('noTeams')}>
      {t('noTeamsHint')}
    </EmptyState>
  );
};
