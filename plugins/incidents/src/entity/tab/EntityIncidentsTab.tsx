import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card } from '@backstage/ui';
import { IncidentsSurface } from '../../api/IncidentsSurface';
import { useEntityHistory } from '../../api/queries';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { DependencyNotices } from '../notice/DependencyNotices';
import { CalmCard } from './CalmCard';
import { HistoryFilters } from './HistoryFilters';
import { ReportOnTab } from './ReportOnTab';
import { StateCard } from './StateCard';
import { useHistoryFilters } from './useHistoryFilters';
import { WhatWas } from './WhatWas';
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
      {isCalm ? (
        <CalmCard history={newest} report={report} filters={filters} />
      ) : (
        <StateCard
          entityRef={entityRef}
          history={newest}
          report={report}
          ownership={filters.ownership}
        />
      )}
      <HistoryFilters filters={filters} hasOwnership={isGroup} />
      {!isCalm && (
        <WhatWas history={history} newest={newest} filters={filters} />
      )}
    </div>
  );
};
