import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';

/**
 * Rows that stay where they are: what arrives after the list was drawn waits,
 * what changes changes in place, what is gone goes.
 *
 * @param list - which list it is; another one is drawn afresh
 */
export function useHeldRows(
  list: string,
  items: readonly InboxItem[] | undefined,
) {
  const [held, setHeld] = useState<{ list: string; ids: readonly string[] }>();
  if (items && held?.list !== list) {
    setHeld({ list, ids: idsOf(items) });
  }
  if (!items || held?.list !== list) {
    return { rows: items, waiting: 0, showNew: () => {} };
  }
  const rows = held.ids.flatMap(
    id => items.find(item => item.incident.id === id) ?? [],
  );
  return {
    rows,
    waiting: items.length - rows.length,
    /** Draws the list as it is now. */
    showNew: () => setHeld({ list, ids: idsOf(items) }),
  };
}

function idsOf(items: readonly InboxItem[]): string[] {
  return items.map(item => item.incident.id);
}
