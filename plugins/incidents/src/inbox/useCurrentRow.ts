import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { useRef } from 'react';
import type { InboxFilter } from './useInboxFilter';

/**
 * The row that is looked at. When it goes, the one that takes its place is.
 */
export function useCurrentRow(
  rows: readonly InboxItem[],
  filter: Pick<InboxFilter, 'at' | 'setAt'>,
) {
  const lastIndex = useRef(0);
  const found = rows.findIndex(row => row.incident.number === filter.at);
  const index =
    found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  lastIndex.current = Math.max(0, index);
  return {
    current: rows[index],
    move: (by: number) => {
      const next = rows[Math.min(Math.max(index + by, 0), rows.length - 1)];
      if (next) {
        filter.setAt(next.incident.number);
      }
      return next;
    },
  };
}
