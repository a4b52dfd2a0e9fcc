import { setImmediate as letOthersRun } from 'node:timers/promises';

/** Short enough to let others at a database with one connection. */
const AT_ONCE = 200;

/**
 * Deletes what may be a lot, a little at a time.
 *
 * @param some - deletes at most so many, and says how many there were
 * @returns how many there were in all
 */
export async function pruneInBatches(
  some: (most: number) => Promise<number>,
): Promise<number> {
  let pruned = 0;
  for (;;) {
    // On SQLite nothing else of this process runs until told so.
    await letOthersRun();
    const count = await some(AT_ONCE);
    pruned += count;
    if (count < AT_ONCE) {
      return pruned;
    }
  }
}
