/** in_failed_sql_transaction: PostgreSQL's answer to what was sent behind a refused statement. */
const BEHIND_A_REFUSAL = '25P02';

/**
 * Waits for parts of a transaction that do not need one another, and so wait for the
 * database together.
 *
 * @throws what a part was refused for, once all are over: not what that meant for the
 * others, since whether to try again is told from it
 */
export async function inOneGo(
  parts: readonly PromiseLike<unknown>[],
): Promise<void> {
  const ends = await Promise.allSettled(parts);
  const refusals = ends.flatMap(end =>
    end.status === 'rejected' ? [end.reason] : [],
  );
  if (refusals.length > 0) {
    throw refusals.find(({ code }) => code !== BEHIND_A_REFUSAL) ?? refusals[0];
  }
}
