import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiUserVoiceLine } from '@remixicon/react';
import { useIncidents } from '../../api/queries';
import { EmptyState, FailedPart, RowSkeleton } from '../../elements/states';
import { MoreRows } from '../../lists/MoreRows';
import { incidentsListsTranslationRef } from '../../translations/lists';
import tableClasses from '../ArchiveTable.module.css';
import type { ArchiveFilter } from '../useArchiveFilter';
import classes from './MyReports.module.css';
import { Report } from './Report';

/** What became of what I reported. */
export const MyReports = (props: { filter: ArchiveFilter }) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const found = useIncidents(props.filter.query);
  const incidents = found.data?.pages.flatMap(page => page.items);
  if (found.error && !incidents) {
    return <FailedPart error={found.error} onRetry={found.refetch} />;
  }
  if (!incidents) {
    return (
      <div className={tableClasses.card}>
        <RowSkeleton rows={4} />
      </div>
    );
  }
  if (incidents.length === 0) {
    return (
      <div className={tableClasses.card}>
        <EmptyState
          icon={<RiUserVoiceLine />}
          title={props.filter.isFiltered ? t('empty') : t('reportsEmpty')}
        >
          {props.filter.isFiltered ? t('emptyHint') : t('reportsEmptyHint')}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <ul className={classes.reports} aria-label={t('reports')}>
        {incidents.map(incident => (
          <Report key={incident.id} incident={incident} />
        ))}
      </ul>
      <MoreRows
        hasMore={found.hasNextPage}
        isPending={found.isFetchingNextPage}
        onMore={found.fetchNextPage}
      />
    </>
  );
};
