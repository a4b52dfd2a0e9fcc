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
export async function inTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !WORTH_ANOTHER_TRY.has(codeOf(error))) {
        throw error;
      }
    }
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
