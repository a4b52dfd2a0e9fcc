/* How entries are arranged before they are written. */

import { keyOf, type OutboxEntry } from './outbox';

/** Of several news to the same recipient only the last. */
export function newsOnce(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const last = new Map(
    entries
      .filter(({ kind }) => kind === 'news')
      .map(entry => [keyOf({ ...entry, cause: '' }), entry]),
  );
  return entries.filter(
    entry =>
      entry.kind !== 'news' ||
      last.get(keyOf({ ...entry, cause: '' })) === entry,
  );
}
