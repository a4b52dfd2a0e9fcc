import type { TimelineEntry } from '@linchpin/backstage-plugin-incidents-common';
import { useMemo } from 'react';
import { useTimeline } from '../../api/queries';

/** The timeline as far back as it was asked for. */
export function useTimelineEntries(number: string) {
  const {
    data,
    error,
    refetch,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
  } = useTimeline(number);
  const entries = useMemo<readonly TimelineEntry[] | undefined>(
    () => data?.pages.flatMap(page => page.items),
    [data],
  );
  return {
    entries,
    /** Set while there is nothing to show instead. */
    error: entries ? null : error,
    refetch,
    hasEarlier: hasNextPage,
    showEarlier: fetchNextPage,
    isLoadingEarlier: isFetchingNextPage,
  };
}
