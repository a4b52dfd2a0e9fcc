import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { InsightsQuery } from '@linchpin/backstage-plugin-incidents-common';
import { RecurredWhileOpen } from '../actions/followThrough/RecurredWhileOpen';
import { useFollowThrough } from '../api/actions';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsFollowThroughTranslationRef } from '../translations/followThrough';
import classes from './LearntInTime.module.css';

/** What came again although it was known how to prevent it, with the way to the rest of the follow-through. */
export const LearntInTime = (props: { query: Partial<InsightsQuery> }) => {
  const { t } = useTranslationRef(incidentsFollowThroughTranslationRef);
  const paths = useIncidentsPaths();
  const { from, owner } = props.query;
  const { data } = useFollowThrough({ from, owner });
  const [team] = owner ?? [];
  return data ? (
    <RecurredWhileOpen
      recurred={data.recurredWhileOpen}
      more={
        <Link
          href={
            team
              ? `${paths.followThrough}?owner=${encodeURIComponent(team)}`
              : paths.followThrough
          }
          standalone
          className={classes.more}
        >
          {t('followThrough')} <span aria-hidden="true">→</span>
        </Link>
      }
    />
  ) : null;
};
