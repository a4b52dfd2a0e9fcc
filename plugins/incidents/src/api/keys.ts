import type {
  HistoryQuery,
  InboxQuery,
  IncidentQuery,
  InsightsQuery,
  TimelineQuery,
} from '@linchpin/backstage-plugin-incidents-common';

/** Where each answer of the backend lies in the query client. */
export const keys = {
  all: ['incidents'],
  inboxes: ['incidents', 'inbox'],
  inbox: (query: Partial<InboxQuery>) => ['incidents', 'inbox', query],
  list: (query: Partial<IncidentQuery>) => ['incidents', 'list', query],
  incident: (idOrNumber: string) => ['incidents', 'incident', idOrNumber],
  timeline: (idOrNumber: string, query: Partial<TimelineQuery>) => [
    'incidents',
    'timeline',
    idOrNumber,
    query,
  ],
  wholeTimeline: (idOrNumber: string) => [
    'incidents',
    'timeline',
    idOrNumber,
    'whole',
  ],
  entityCard: (entityRef: string) => ['incidents', 'card', entityRef],
  entityHistory: (entityRef: string, query: Partial<HistoryQuery>) => [
    'incidents',
    'history',
    entityRef,
    query,
  ],
  insights: (query: Partial<InsightsQuery>) => ['incidents', 'insights', query],
  reportPreview: (entityRef?: string) => [
    'incidents',
    'preview',
    entityRef ?? null,
  ],
  dependants: (entityRef: string) => ['incidents', 'dependants', entityRef],
  entityOptions: (q: string) => ['incidents', 'options', 'entities', q],
  groupOptions: (q: string) => ['incidents', 'options', 'groups', q],
  setup: ['incidents', 'setup'],
  imports: ['incidents', 'imports'],
  integrationKeys: ['incidents', 'integration-keys'],
} as const;
