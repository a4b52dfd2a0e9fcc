import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';

/** The cards that a verdict is meant for; what is no longer in sight is not meant. */
export function useCardSelection(actions: readonly Action[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selected = actions.filter(({ id }) => ids.has(id));
  return {
    actions: selected,
    count: selected.length,
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

export type CardSelection = ReturnType<typeof useCardSelection>;
