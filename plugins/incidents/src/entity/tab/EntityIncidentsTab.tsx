import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card } from '@backstage/ui';
import { IncidentsSurface } from '../../api/IncidentsSurface';
import { useEntityHistory } from '../../api/queries';
import { LazyPart } from '../../elements/LazyPart';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { DependencyNotices } from '../notice/DependencyNotices';
import { HistoryCard } from './HistoryCard';
import { HistoryFilters } from './HistoryFilters';
import { incidentsOfTab, isMarkOf } from './incidentsBehind';
import { MarkedCard } from './MarkedCard';
import { NeverAny, NoneRecently } from './NeverAny';
import { ReportOnTab } from './ReportOnTab';
import { StateCard } from './StateCard';
import { useHistoryFilters } from './useHistoryFilters';
import { useMarked } from './useMarked';
import { YearCard } from './YearCard';
import classes from './EntityIncidentsTab.module.css';

/** One service, system, domain or group over time: how it stands now, what is live, and all that was. */
export const EntityIncidentsTab = () => (
  <IncidentsSurface>
    <TabOfEntity />
  </IncidentsSurface>
);

const TabOfEntity = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const filters = useHistoryFilters();
  const marked = useMarked();
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
  const isCalm =
    !filters.isFiltered && newest.total === 0 && newest.live.length === 0;
  const { figures } = newest;
  const { mark } = marked;
  const isGroup = entity.kind.toLocaleLowerCase('en-US') === 'group';
  const report = newest.mayReport && !isGroup && (
    <ReportOnTab entityRef={entityRef} />
  );
  return (
    <div className={classes.tab}>
      <DependencyNotices
        entity={newest.entity.title}
        dependencies={newest.dependencies}
      />
      {isCalm && filters.range === 'all' && (
        <NeverAny history={newest} report={report} />
      )}
      {isCalm && filters.range !== 'all' && (
        <NoneRecently
          history={newest}
          report={report}
          onLookBack={filters.clear}
        />
      )}
      {!isCalm && (
        <StateCard
          entityRef={entityRef}
          history={newest}
          report={report}
          ownership={filters.ownership}
        />
      )}
      <HistoryFilters filters={filters} hasOwnership={isGroup} />
      {!isCalm && (
        <>
          {mark && figures && isMarkOf(figures, mark) ? (
            <MarkedCard
              entityRef={entityRef}
              mark={mark}
              figures={figures}
              filters={filters.query}
              onShowAll={marked.clear}
            />
          ) : (
            <HistoryCard
              history={history}
              query={incidentsOfTab(entityRef, filters.query)}
              onShowAll={filters.clear}
            />
          )}
          <LazyPart name="learning" load={() => import('./learning/Learning')}>
            {({ Learning }) => (
              <Learning
                entityRef={entityRef}
                history={newest}
                file={`incidents-of-${entity.metadata.name}`}
              />
            )}
          </LazyPart>
          {figures ? (
            <LazyPart name="figures" load={() => import('./figures/Figures')}>
              {({ Figures }) => (
                <Figures
                  figures={figures}
                  file={`incidents-of-${entity.metadata.name}`}
                  marked={marked}
                />
              )}
            </LazyPart>
          ) : (
            <YearCard months={newest.months} />
          )}
        </>
      )}
    </div>
  );
};
