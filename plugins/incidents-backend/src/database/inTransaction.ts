import type { Knex } from 'knex';

const ATTEMPTS = 4;

/** PostgreSQL: serialization failure, deadlock, unique violation. SQLite: busy, constraint. */
const WORTH_ANOTHER_TRY = new Set([
  '40001',
  '40P01',
  '23505',
  'SQLITE_BUSY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/**
 * Runs work in a transaction of its own, once more from the start where it lost
 * against another one: work decides on what it reads inside, so the second run
 * sees what the other has written.
 */
export function inTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return unlessLost(() => knex.transaction(work));
}

/** The same for one statement, which is a transaction of its own. */
export async function unlessLost<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts === ATTEMPTS || !WORTH_ANOTHER_TRY.has(codeOf(error))) {
        throw error;
      }
    }
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
