import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  PRIORITIES,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiCheckLine, RiSearchLine } from '@remixicon/react';
import { useIncidents } from '../api/queries';
import { EmptyState, FailedPart, RowSkeleton } from '../elements/states';
import { FilterField } from '../lists/FilterField';
import { MoreRows } from '../lists/MoreRows';
import { PriorityMenu } from '../lists/PriorityMenu';
import rows from '../lists/rows.module.css';
import { useAddressQuery } from '../navigation/navigation';
import { incidentsListsTranslationRef } from '../translations/lists';
import classes from './LivePage.module.css';
import { LiveRow } from './LiveRow';
import { LiveSummary } from './LiveSummary';

/** Everything under way in all teams, most urgent first. */
export const LivePage = () => {
  const { t } = useTranslationRef(incidentsListsTranslationRef);
  const address = useAddressQuery();
  const q = address.get('q') ?? '';
  const asked = address.getAll('priority');
  const priority = PRIORITIES.filter(p => asked.includes(p));
  const isFiltered = q !== '' || priority.length > 0;
  const live = useIncidents({ live: 'true', sort: 'urgency', q, priority });
  const incidents = live.data?.pages.flatMap(page => page.items);

  if (live.error && !incidents) {
    return <FailedPart error={live.error} onRetry={live.refetch} />;
  }
  return (
    <>
      <div className={classes.bar}>
        <LiveSummary
          incidents={incidents ?? []}
          isWhole={!live.hasNextPage && !live.isPending}
        />
        <FilterField
          className={classes.filter}
          label={t('filter')}
          value={q}
          onChange={value => address.change({ q: value })}
        />
        <PriorityMenu
          value={priority}
          onChange={(value: readonly Priority[]) =>
            address.change({ priority: value })
          }
        />
      </div>
      <div className={classes.list}>
        {!incidents && <RowSkeleton rows={6} />}
        {incidents?.length === 0 && isFiltered && (
          <EmptyState
            icon={<RiSearchLine />}
            title={t('empty')}
            action={
              <Button
                variant="secondary"
                onPress={() =>
                  address.change({ q: undefined, priority: undefined })
                }
              >
                {t('clear')}
              </Button>
            }
          >
            {t('emptyHint')}
          </EmptyState>
        )}
        {incidents?.length === 0 && !isFiltered && (
          <EmptyState icon={<RiCheckLine />} title={t('liveEmpty')}>
            {t('liveEmptyHint')}
          </EmptyState>
        )}
        {incidents && incidents.length > 0 && (
          <ul className={rows.rows} aria-label={t('live')}>
            {incidents.map(incident => (
              <LiveRow key={incident.id} incident={incident} />
            ))}
          </ul>
        )}
      </div>
      <MoreRows
        hasMore={live.hasNextPage}
        isPending={live.isFetchingNextPage}
        onMore={live.fetchNextPage}
      />
    </>
  );
};
