import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';

/** The rows that a verdict is meant for; what is no longer in sight is not meant. */
export function useSelection(rows: readonly InboxItem[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const incidents = rows
    .map(row => row.incident)
    .filter(incident => ids.has(incident.id));
  return {
    incidents,
    has: (id: string) => ids.has(id),
    toggle: (id: string) =>
      setIds(before => {
        const after = new Set(before);
        if (!after.delete(id)) {
          after.add(id);
        }
        return after;
      }),
    clear: () => setIds(new Set()),
  };
}

export type Selection = ReturnType<typeof useSelection>;
