import type { InsightsQuery } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../elements/now';
import { useAddressQuery } from '../navigation/navigation';

export const RANGES = ['30d', '90d', '12m'] as const;
export type Range = (typeof RANGES)[number];

const DAYS: Record<Range, number> = { '30d': 30, '90d': 90, '12m': 365 };

/** What the insights are about: since when, and whose; in the address. */
export function useInsightsFilter() {
  const address = useAddressQuery();
  const now = useNow();
  const range = RANGES.find(each => each === address.get('range')) ?? '90d';
  const owner = address.get('owner');
  const query: Partial<InsightsQuery> = {
    from: startOfDay(now, DAYS[range]),
    owner: owner ? [owner] : undefined,
  };
  return {
    range,
    owner,
    query,
    setRange: (next: Range) =>
      address.change({ range: next === '90d' ? undefined : next }),
    setOwner: (next: string | null) =>
      address.change({ owner: next ?? undefined }),
  };
}

export type InsightsFilter = ReturnType<typeof useInsightsFilter>;

/** Whole days, so that the same question is asked all day long. */
function startOfDay(now: number, daysAgo: number): string {
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  date.setDate(date.getDate() - daysAgo);
  return date.toISOString();
}
