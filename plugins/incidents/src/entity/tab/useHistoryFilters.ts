import {
  PRIORITIES,
  type HistoryQuery,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useAddressQuery } from '../../navigation/navigation';

export const RANGES = ['90d', '12m', 'all'] as const;
export type Range = (typeof RANGES)[number];

/** What else can be counted beside what is always. */
export const ALSO = ['imported', 'drills'] as const;
export type Also = (typeof ALSO)[number];

export const OWNERSHIPS = ['at-the-time', 'now'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

export interface HistoryFilters {
  range: Range;
  priorities: Priority[];
  also: Also[];
  ownership: Ownership;
  query: Omit<Partial<HistoryQuery>, 'cursor'>;
  /** Whether anything could be hidden but for its age. */
  isFiltered: boolean;
  setRange(range: Range): void;
  setPriorities(priorities: Priority[]): void;
  setAlso(also: Also[]): void;
  setOwnership(ownership: Ownership): void;
  /** Everything that there is. */
  clear(): void;
}

/** Which incidents of the entity the tab is about, kept in the address: a year of them unless asked otherwise. */
export function useHistoryFilters(): HistoryFilters {
  const address = useAddressQuery();
  const now = useNow();
  const range = RANGES.find(known => known === address.get('range')) ?? '12m';
  const asked = address.getAll('priority');
  const priorities = PRIORITIES.filter(priority => asked.includes(priority));
  const isImportedIn = address.get('imported') !== 'out';
  const areDrillsIn = address.get('drills') === 'in';
  const ownership =
    OWNERSHIPS.find(known => known === address.get('owner')) ?? 'at-the-time';
  // What a mark stands for is something else under other filters.
  const change = (values: Record<string, string | string[] | undefined>) =>
    address.change({ ...values, marked: undefined });
  return {
    range,
    priorities,
    also: ALSO.filter(each =>
      each === 'imported' ? isImportedIn : areDrillsIn,
    ),
    ownership,
    query: {
      from: beginningOf(range, now),
      priority: priorities,
      imported: String(isImportedIn) as 'true' | 'false',
      drills: String(areDrillsIn) as 'true' | 'false',
      ownership,
    },
    isFiltered:
      priorities.length > 0 || !isImportedIn || ownership !== 'at-the-time',
    setRange: chosen =>
      change({ range: chosen === '12m' ? undefined : chosen }),
    setPriorities: chosen => change({ priority: chosen }),
    setAlso: chosen =>
      change({
        imported: chosen.includes('imported') ? undefined : 'out',
        drills: chosen.includes('drills') ? 'in' : undefined,
      }),
    setOwnership: chosen =>
      change({ owner: chosen === 'now' ? chosen : undefined }),
    clear: () =>
      change({
        range: 'all',
        priority: undefined,
        imported: undefined,
        owner: undefined,
      }),
  };
}

/** Said, since figures are about a year where nothing is. */
const BEGIN_OF_TIME = new Date(0).toISOString();

/** Whole days, so that the same question is asked all day long. */
function beginningOf(range: Range, now: number): string {
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  switch (range) {
    case '90d':
      date.setDate(date.getDate() - 90);
      return date.toISOString();
    case '12m':
      date.setMonth(date.getMonth() - 12);
      return date.toISOString();
    default:
      return BEGIN_OF_TIME;
  }
}
