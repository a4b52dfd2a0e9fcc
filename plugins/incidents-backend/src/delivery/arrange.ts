/* How entries are arranged before they are written. */

import { keyOf, type OutboxEntry } from './outbox';

/** Of several news to the same recipient only the last. */
export function newsOnce(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const news = entries.filter(({ kind }) => kind === 'news');
  const last = new Set(
    groups(news, entry => keyOf({ ...entry, cause: '' })).map(
      group => group[group.length - 1],
    ),
  );
  return entries.filter(entry => entry.kind !== 'news' || last.has(entry));
}

/** Items of the same key together, in the order in which the keys first come. */
export function groups<Item>(
  items: readonly Item[],
  keyOfItem: (item: Item) => string,
): [Item, ...Item[]][] {
  const byKey = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = byKey.get(keyOfItem(item));
    if (group) {
      group.push(item);
    } else {
      byKey.set(keyOfItem(item), [item]);
    }
  }
  return [...byKey.values()];
}

/** Portions that one statement can take. */
export function batches<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}
