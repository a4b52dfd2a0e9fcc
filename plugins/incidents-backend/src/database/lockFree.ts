import type { Knex } from 'knex';
import { skipLocked } from './dialect';

/**
 * Locks those rows of a table that nobody else is changing.
 *
 * @returns which they are
 */
export async function lockFree(
  tx: Knex.Transaction,
  table: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const free: string[] = await skipLocked(
    tx,
    tx(table)
      .whereIn('id', [...ids])
      .orderBy('id'),
  ).pluck('id');
  return new Set(free);
}
