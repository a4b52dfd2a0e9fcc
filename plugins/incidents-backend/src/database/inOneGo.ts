import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** in_failed_sql_transaction: PostgreSQL's answer to what was sent behind a refused statement. */
const BEHIND_A_REFUSAL = '25P02';

/**
 * Carries out parts of a transaction that do not need one another, so that on
 * PostgreSQL they wait together. SQLite has nothing to wait for, and takes alerts more
 * slowly where all begin at once.
 *
 * @throws what a part was refused for, once all that began are over: not what that
 * meant for the others, since whether to try again is told from it
 */
export async function inOneGo(
  tx: Knex.Transaction,
  parts: readonly (() => PromiseLike<unknown>)[],
): Promise<void> {
  if (!isPostgres(tx)) {
    for (const part of parts) {
      await part();
    }
    return;
  }
  const ends = await Promise.allSettled(parts.map(part => part()));
  const refusals = ends.flatMap(end =>
    end.status === 'rejected' ? [end.reason] : [],
  );
  if (refusals.length > 0) {
    throw refusals.find(({ code }) => code !== BEHIND_A_REFUSAL) ?? refusals[0];
  }
}
