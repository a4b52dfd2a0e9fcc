import {
  PRIORITIES,
  type HistoryQuery,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { useAddressQuery } from '../../navigation/navigation';

export const RANGES = ['90d', '12m', 'all'] as const;
export type Range = (typeof RANGES)[number];

export interface HistoryFilters {
  range: Range;
  priorities: Priority[];
  query: Pick<Partial<HistoryQuery>, 'from' | 'priority'>;
  /** Whether anything could be hidden. */
  isFiltered: boolean;
  setRange(range: Range): void;
  setPriorities(priorities: Priority[]): void;
  clear(): void;
}

/** Which incidents of the entity are listed, kept in the address; all of them unless asked otherwise. */
export function useHistoryFilters(): HistoryFilters {
  const address = useAddressQuery();
  const now = useNow();
  const range = RANGES.find(known => known === address.get('range')) ?? 'all';
  const asked = address.getAll('priority');
  const priorities = PRIORITIES.filter(priority => asked.includes(priority));
  return {
    range,
    priorities,
    query: { from: beginningOf(range, now), priority: priorities },
    isFiltered: range !== 'all' || priorities.length > 0,
    setRange: chosen =>
      address.change({ range: chosen === 'all' ? undefined : chosen }),
    setPriorities: chosen => address.change({ priority: chosen }),
    clear: () => address.change({ range: undefined, priority: undefined }),
  };
}

/** Whole days, so that the same question is asked all day long. */
function beginningOf(range: Range, now: number): string | undefined {
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
      return undefined;
  }
}
