import { useApi } from '@backstage/core-plugin-api';
import type {
  Import,
  HistoryQuery,
  InboxQuery,
  IncidentQuery,
  InsightsQuery,
  TimelineEntry,
  TimelineQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { incidentsApiRef } from './IncidentsApi';
import { keys } from './keys';
import { paged } from './paged';

export function useInbox(query: Partial<InboxQuery>) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.inbox(query),
    queryFn: () => api.inbox(query),
    placeholderData: keepPreviousData,
  });
}

/** How many incidents need a decision of mine. */
export function useDecisionCount(): number {
  return useInbox({ view: 'teams', limit: 1 }).data?.counts.decisions ?? 0;
}

export function useIncident(idOrNumber: string, options?: Enabled) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.incident(idOrNumber),
    queryFn: () => api.incident(idOrNumber),
    ...options,
  });
}

/** Page by page: `fetchNextPage` goes on where the last page ended. */
export function useTimeline(
  idOrNumber: string,
  query: Omit<Partial<TimelineQuery>, 'cursor'> = {},
) {
  const api = useApi(incidentsApiRef);
  return useInfiniteQuery({
    queryKey: keys.timeline(idOrNumber, query),
    queryFn: ({ pageParam }) =>
      api.timeline(idOrNumber, { ...query, cursor: pageParam }),
    ...paged,
  });
}

/** All that happened, however much it is. */
export function useWholeTimeline(idOrNumber: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.wholeTimeline(idOrNumber),
    queryFn: async () => {
      const entries: TimelineEntry[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.timeline(idOrNumber, {
          order: 'oldest',
          limit: 500,
          cursor,
        });
        entries.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return entries;
    },
  });
}

/** Page by page: `fetchNextPage` goes on where the last page ended. */
export function useIncidents(
  query: Omit<Partial<IncidentQuery>, 'cursor'>,
  options?: Enabled,
) {
  const api = useApi(incidentsApiRef);
  return useInfiniteQuery({
    queryKey: keys.list(query),
    queryFn: ({ pageParam }) => api.incidents({ ...query, cursor: pageParam }),
    placeholderData: keepPreviousData,
    ...paged,
    ...options,
  });
}

export function useEntityCard(entityRef: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.entityCard(entityRef),
    queryFn: () => api.entityCard(entityRef),
  });
}

/** What one looks through before the charts, and how much more comes each time. */
const HISTORY_ROWS = { first: 10, more: 50 };

/** Page by page: `fetchNextPage` goes on where the last page ended. */
export function useEntityHistory(
  entityRef: string,
  query: Omit<Partial<HistoryQuery>, 'cursor' | 'limit'> = {},
) {
  const api = useApi(incidentsApiRef);
  return useInfiniteQuery({
    queryKey: keys.entityHistory(entityRef, query),
    queryFn: ({ pageParam }) =>
      api.entityHistory(entityRef, {
        ...query,
        limit: pageParam ? HISTORY_ROWS.more : HISTORY_ROWS.first,
        cursor: pageParam,
      }),
    placeholderData: keepPreviousData,
    ...paged,
  });
}

export function useInsights(query: Partial<InsightsQuery>) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.insights(query),
    queryFn: () => api.insights(query),
    placeholderData: keepPreviousData,
  });
}

export function useReportPreview(entityRef?: string, options?: Enabled) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.reportPreview(entityRef),
    queryFn: () => api.reportPreview(entityRef),
    placeholderData: keepPreviousData,
    ...options,
  });
}

export function useDependants(entityRef: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.dependants(entityRef),
    queryFn: () => api.dependants(entityRef),
    ...options,
  });
}

export function useEntityOptions(q: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.entityOptions(q),
    queryFn: () => api.entityOptions(q),
    ...options,
  });
}

export function useGroupOptions(q: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.groupOptions(q),
    queryFn: () => api.groupOptions(q),
    ...options,
  });
}

export function useUserOptions(q: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.userOptions(q),
    queryFn: () => api.userOptions(q),
    ...options,
  });
}

export function useSetup(enabled?: Enabled) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.setup,
    queryFn: () => api.setup(),
    ...enabled,
  });
}

/** Kept up to date while one of them is on its way. */
export function useImports() {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.imports,
    queryFn: () => api.imports(),
    refetchInterval: ({ state }) =>
      state.data?.items.some(job => UNDER_WAY.includes(job.state))
        ? 1_000
        : false,
  });
}

const UNDER_WAY: readonly Import['state'][] = [
  'reading',
  'planning',
  'importing',
];

/** Page by page: `fetchNextPage` goes on where the last page ended. */
export function useIntegrationKeys() {
  const api = useApi(incidentsApiRef);
  return useInfiniteQuery({
    queryKey: keys.integrationKeys,
    queryFn: ({ pageParam }) => api.integrationKeys({ cursor: pageParam }),
    ...paged,
  });
}

interface Enabled {
  enabled?: boolean;
}

/** What can be picked changes with the catalog, not with the incidents. */
const options = {
  placeholderData: keepPreviousData,
  refetchInterval: false,
  staleTime: 60_000,
} as const;
