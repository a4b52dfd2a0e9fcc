import type { Knex } from 'knex';
import { isPostgres } from '../../../plugins/incidents-backend/src/database/dialect';
import type { Row, Value } from './Template';

/** Writes many rows at once; times are ISO 8601. */
export interface BulkWriter {
  write(table: string, rows: readonly Row[]): Promise<void>;
  /** What was written is there, and the database knows how it is spread. */
  end(): Promise<void>;
}

export async function openBulkWriter(knex: Knex): Promise<BulkWriter> {
  return isPostgres(knex) ? postgresWriter(knex) : sqliteWriter(knex);
}

async function postgresWriter(knex: Knex): Promise<BulkWriter> {
  return {
    async write(table, rows) {
      const columns = Object.keys(rows[0]);
      await knex.raw(
        `insert into ?? (${columns.map(() => '??').join(', ')})
         select ${columns.map(() => '??').join(', ')}
         from json_populate_recordset(null::??, ?)`,
        [table, ...columns, ...columns, table, JSON.stringify(rows)],
      );
    },
    async end() {
      await knex.raw('vacuum analyze');
    },
  };
}

/** What is used of the driver, whose rows are inserted several times as fast as through Knex. */
interface SqliteConnection {
  exec(sql: string): void;
  prepare(sql: string): { run(...values: (string | number | null)[]): void };
}

async function sqliteWriter(knex: Knex): Promise<BulkWriter> {
  const connection: SqliteConnection = await knex.client.acquireConnection();
  connection.exec('begin');
  return {
    async write(table, rows) {
      const columns = Object.keys(rows[0]);
      const insert = connection.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rows) {
        insert.run(...columns.map(column => storedInSqlite(row[column])));
      }
    },
    async end() {
      connection.exec('commit');
      connection.exec('pragma wal_checkpoint(truncate)');
      await knex.client.releaseConnection(connection);
    },
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** As Knex stores it: truth and time as numbers. No text of ours is but a time. */
function storedInSqlite(value: Value): string | number | null {
  if (typeof value === 'boolean') {
    return Number(value);
  }
  return typeof value === 'string' && INSTANT.test(value)
    ? Date.parse(value)
    : value;
}
