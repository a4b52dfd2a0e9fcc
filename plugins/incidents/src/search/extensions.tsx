import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { INDEXED_TYPES } from '@linchpin/backstage-plugin-incidents-common';
import { RiAlarmWarningLine, RiBookOpenLine } from '@remixicon/react';

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

/** What the search page can be narrowed to. */
export const onlyIncidents = SearchFilterResultTypeBlueprint.make({
  name: 'incident',
  params: {
    value: INDEXED_TYPES.incidents,
    name: 'Incidents',
    icon: <RiAlarmWarningLine />,
  },
});

export const onlyReviews = SearchFilterResultTypeBlueprint.make({
  name: 'review',
  params: {
    value: INDEXED_TYPES.reviews,
    name: 'Incident reviews',
    icon: <RiBookOpenLine />,
  },
});

export const searchExtensions: ExtensionDefinition[] = [
  incidentResult,
  reviewResult,
  onlyIncidents,
  onlyReviews,
];
