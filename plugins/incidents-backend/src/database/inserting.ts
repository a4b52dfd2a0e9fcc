import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** What stands in JSON for half of a character, which PostgreSQL takes nowhere. */
const HALF_A_CHARACTER = /\\ud[89a-f]/;

/**
 * The insertion of rows that name the same columns. PostgreSQL gets them as one value:
 * with a parameter for each, a batch of hundreds costs both sides several times as much
 * to take apart and put together.
 *
 * @param rows - at least one
 */
export function inserting(
  knex: Knex,
  table: string,
  rows: readonly object[],
): Knex.QueryBuilder {
  if (!isPostgres(knex)) {
    return knex(table).insert(rows);
  }
  const columns = Object.keys(rows[0]);
  return knex(knex.raw('?? (??)', [table, columns])).insert(
    knex
      .select(columns)
      .from(
        knex.raw('json_populate_recordset(null::??, ?::json)', [
          table,
          jsonOf(rows),
        ]),
      ),
  );
}

function jsonOf(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return HALF_A_CHARACTER.test(json) ? JSON.stringify(rows, inUtf8) : json;
}

/** As a parameter of its own would arrive: what is no character stands as U+FFFD. */
function inUtf8(_column: string, value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString() : value;
}
