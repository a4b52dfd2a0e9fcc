import {
  type IncidentQuery,
  PRIORITIES,
  type Priority,
  type Status,
  STATUSES,
} from '@linchpin/backstage-plugin-incidents-common';
import { useAddressQuery } from '../navigation/navigation';

export const MINE = ['lead', 'reported', 'following'] as const;
export type Mine = (typeof MINE)[number];

/** Periods by their length in days. */
export const PERIODS = ['7', '30', '90', '365'] as const;
export type Period = (typeof PERIODS)[number];

const DAY_MS = 86_400_000;

/** What of the archive is shown; lives in the address. */
export function useArchiveFilter(now: number) {
  const address = useAddressQuery();
  const mine = MINE.find(m => m === address.get('mine'));
  const statuses = address.getAll('status');
  const status = STATUSES.filter(s => statuses.includes(s));
  const priorities = address.getAll('priority');
  const priority = PRIORITIES.filter(p => priorities.includes(p));
  const owner = address.get('owner');
  const entity = address.get('entity');
  const period = PERIODS.find(p => p === address.get('days'));
  const q = address.get('q') ?? '';
  const query: Partial<IncidentQuery> = {
    mine,
    status,
    priority,
    owner: owner ? [owner] : undefined,
    entity: entity ? [entity] : undefined,
    from: period
      ? startOfDay(now - Number(period) * DAY_MS)
      : address.get('from'),
    to: address.get('to'),
    q,
    sort: 'newest',
  };
  return {
    mine,
    status,
    priority,
    owner,
    entity,
    period,
    q,
    query,
    isFiltered: Boolean(
      status.length + priority.length || owner || entity || period || q,
    ),
    setMine: (next: Mine | undefined) => address.change({ mine: next }),
    setStatus: (next: readonly Status[]) => address.change({ status: next }),
    setPriority: (next: readonly Priority[]) =>
      address.change({ priority: next }),
    setOwner: (next: string | null) =>
      address.change({ owner: next ?? undefined }),
    setPeriod: (next: Period | undefined) =>
      address.change({ days: next, from: undefined, to: undefined }),
    setQ: (next: string) => address.change({ q: next }),
    clearEntity: () => address.change({ entity: undefined }),
    clear: () =>
      address.change({
        status: undefined,
        priority: undefined,
        owner: undefined,
        entity: undefined,
        days: undefined,
        from: undefined,
        to: undefined,
        q: undefined,
      }),
  };
}

export type ArchiveFilter = ReturnType<typeof useArchiveFilter>;

/** The same instant all day, so that the query stays the same. */
function startOfDay(ms: number): string {
  const date = new Date(ms);
  date.setHours(0, 0, 0, 0);
  return date.toISOString();
}
