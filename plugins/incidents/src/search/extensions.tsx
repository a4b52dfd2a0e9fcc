import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { INDEXED_TYPES } from '@linchpin/backstage-plugin-incidents-common';

const incidentResult = SearchResultListItemBlueprint.make({
  name: 'incident',
  params: {
    predicate: ({ type }) => type === INDEXED_TYPES.incidents,
    component: () => import('./IncidentResult').then(m => m.IncidentResult),
  },
});

const reviewResult = SearchResultListItemBlueprint.make({
  name: 'review',
  params: {
    predicate: ({ type }) => type === INDEXED_TYPES.reviews,
    component: () => import('./IncidentResult').then(m => m.ReviewResult),
  },
});

export const searchExtensions: ExtensionDefinition[] = [
  incidentResult,
  reviewResult,
];
