import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Table } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { useIncidents } from '../api/queries';
import { EmptyState, FailedPart, RowSkeleton } from '../elements/states';
import { MoreRows } from '../lists/MoreRows';
import { useIncidentsPaths } from '../navigation/navigation';
import { incidentsListsTranslationRef } from '../translations/lists';
import classes from './ArchiveTable.module.css';
import { useArchiveColumns } from './useArchiveColumns';
import type { ArchiveFilter } from './useArchiveFilter';

/** The incidents that match, newest first, page by page. */
export const ArchiveTable = (props: { filter: ArchiveFilter }) => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const paths = useIncidentsPaths();
  const columns = useArchiveColumns();
  const { filter } = props;
  const found = useIncidents(filter.query);
  const incidents = found.data?.pages.flatMap(page => page.items);

  if (found.error && !incidents) {
    return <FailedPart error={found.error} onRetry={found.refetch} />;
  }
  if (!incidents) {
    return (
      <div className={classes.card}>
        <RowSkeleton rows={8} />
      </div>
    );
  }
  if (incidents.length === 0) {
    return (
      <div className={classes.card}>
        <EmptyState
          icon={<RiSearchLine />}
          title={t('empty')}
          action={
            filter.isFiltered && (
              <Button variant="secondary" onPress={filter.clear}>
                {t('clear')}
              </Button>
            )
          }
        >
          {t('emptyHint')}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <div className={classes.card}>
        <Table
          columnConfig={columns}
          data={incidents}
          isStale={found.isPlaceholderData}
          pagination={{ type: 'none' }}
          rowConfig={{ getHref: incident => paths.incident(incident.number) }}
        />
      </div>
      <MoreRows
        hasMore={found.hasNextPage}
        isPending={found.isFetchingNextPage}
        onMore={found.fetchNextPage}
      />
    </>
  );
};
