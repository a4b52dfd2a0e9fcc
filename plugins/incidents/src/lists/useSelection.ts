import { useState } from 'react';

/** The rows or cards that a verdict is meant for; what is no longer in sight is not meant. */
export function useSelection<Item extends { id: string }>(
  inSight: readonly Item[],
) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    items: inSight.filter(({ id }) => ids.has(id)),
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

export type Selection<Item extends { id: string }> = ReturnType<
  typeof useSelection<Item>
>;
