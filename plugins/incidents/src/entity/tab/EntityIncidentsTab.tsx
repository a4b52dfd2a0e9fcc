import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card } from '@backstage/ui';
import { IncidentsSurface } from '../../api/IncidentsSurface';
import { useEntityHistory } from '../../api/queries';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { DependencyNotices } from '../notice/DependencyNotices';
import { HistoryCard } from './HistoryCard';
import { HistoryFilters } from './HistoryFilters';
import { NeverAny } from './NeverAny';
import { StateCard } from './StateCard';
import { useHistoryFilters } from './useHistoryFilters';
import { YearCard } from './YearCard';
import classes from './EntityIncidentsTab.module.css';

/** One service over time: how it stands now, what is live, and all that was. */
export const EntityIncidentsTab = () => (
  <IncidentsSurface>
    <TabOfEntity />
  </IncidentsSurface>
);

const TabOfEntity = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const filters = useHistoryFilters();
  const history = useEntityHistory(entityRef, filters.query);
  const newest = history.data?.pages[0];

  if (!newest) {
    return (
      <Card>
        {history.error ? (
          <FailedPart error={history.error} onRetry={() => history.refetch()} />
        ) : (
          <RowSkeleton rows={5} />
        )}
      </Card>
    );
  }
  const isCalmForever =
    !filters.isFiltered && newest.total === 0 && newest.live.length === 0;
  return (
    <div className={classes.tab}>
      <DependencyNotices
        entity={newest.entity.title}
        dependencies={newest.dependencies}
      />
      {isCalmForever ? (
        <NeverAny entityRef={entityRef} history={newest} />
      ) : (
        <>
          <StateCard entityRef={entityRef} history={newest} />
          <HistoryFilters filters={filters} />
          <HistoryCard history={history} onShowAll={filters.clear} />
          <YearCard months={newest.months} />
        </>
      )}
    </div>
  );
};
