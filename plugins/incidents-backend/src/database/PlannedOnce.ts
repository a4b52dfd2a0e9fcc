import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/**
 * invalid_sql_statement_name and duplicate_prepared_statement: what pools connections
 * before PostgreSQL gave us another one. feature_not_supported: what it answers with
 * has changed since it was planned.
 */
const CANNOT_BE_KEPT = new Set(['26000', '42P05', '0A000']);

/**
 * Statements that PostgreSQL is to plan once in each connection. Where one looks at
 * many tables and reads little, planning it takes ten times as long as carrying it
 * out. A connection keeps what it has planned for as long as it lasts, so this is for
 * few statements that are asked for all the time. SQLite plans quickly.
 */
export class PlannedOnce {
  readonly #knex: Knex;
  #kept: boolean;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#kept = isPostgres(knex);
  }

  /** The rows that a query finds. Never in a transaction, which a refusal would end. */
  async rows<Row>(query: Knex.QueryBuilder): Promise<Row[]> {
    if (!this.#kept) {
      return query;
    }
    const { sql, bindings } = unseen(query.toSQL());
    const name = createHash('sha256').update(sql).digest('base64url');
    try {
      const found = await this.#knex.raw(sql, [...bindings]).options({ name });
      return found.rows;
    } catch (error) {
      if (!CANNOT_BE_KEPT.has(String((error as { code?: unknown }).code))) {
        throw error;
      }
      this.#kept = false;
      return query;
    }
  }
}

/** A `?` that stands for a value, or one that stands for itself. */
const PLACEHOLDER = /\\\?|\?/g;

/**
 * The same statement with each value where its planner cannot see it. Where
 * PostgreSQL expects less work for the values at hand than for any, it would plan
 * anew each time; but to plan these statements is most of what they cost.
 */
function unseen({
  sql,
  bindings,
}: Knex.Sql): Pick<Knex.Sql, 'sql' | 'bindings'> {
  let next = 0;
  return {
    sql: sql.replace(PLACEHOLDER, placeholder =>
      placeholder === '?'
        ? // Without coalesce, a list of one value would be read as a list to be selected.
          `coalesce((select ?::${typeOf(bindings[next++])}))`
        : placeholder,
    ),
    bindings,
  };
}

function typeOf(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? 'bigint' : 'double precision';
    case 'boolean':
      return 'boolean';
    default:
      return value instanceof Date ? 'timestamptz' : 'text';
  }
}
