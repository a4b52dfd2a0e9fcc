import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import type { useEntityHistory } from '../../api/queries';
import { LazyPart } from '../../elements/LazyPart';
import { HistoryCard } from './HistoryCard';
import { incidentsOfTab, isMarkOf } from './incidentsBehind';
import { MarkedCard } from './MarkedCard';
import type { HistoryFilters } from './useHistoryFilters';
import { useMarked } from './useMarked';
import { YearCard } from './YearCard';

/** The incidents of an entity, what was learned from them, and what they come to. */
export const WhatWas = (props: {
  history: ReturnType<typeof useEntityHistory>;
  /** Its newest page. */
  newest: EntityHistory;
  filters: HistoryFilters;
}) => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { history, newest, filters } = props;
  const marked = useMarked();
  const { mark } = marked;
  const { figures } = newest;
  const file = `incidents-of-${entity.metadata.name}`;
  return (
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
          <Learning entityRef={entityRef} history={newest} file={file} />
        )}
      </LazyPart>
      {figures ? (
        <LazyPart name="figures" load={() => import('./figures/Figures')}>
          {({ Figures }) => (
            <Figures figures={figures} file={file} marked={marked} />
          )}
        </LazyPart>
      ) : (
        <YearCard months={newest.months} />
      )}
    </>
  );
};
