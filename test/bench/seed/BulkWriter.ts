import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { isPostgres } from '../../../plugins/incidents-backend/src/database/dialect';
import type { Row, Table, Value } from './Strand';

/**
 * Writes many rows into tables that are empty. Until it ends, nothing is safe from
 * a crash and no index but the unique ones is there.
 */
export interface BulkWriter {
  /** May be written later; the next one waits for it. */
  write(table: Table, rows: readonly Row[]): Promise<void>;
  /** What was written is there, and the database knows how it is spread. */
  end(): Promise<void>;
}

export async function openBulkWriter(knex: Knex): Promise<BulkWriter> {
  return isPostgres(knex) ? postgresWriter(knex) : sqliteWriter(knex);
}

/** Text between tabs, as `copy` of PostgreSQL reads it. */
async function postgresWriter(knex: Knex): Promise<BulkWriter> {
  const folder = await mkdtemp(join(tmpdir(), 'linchpin-seed-'));
  await chmod(folder, 0o755);
  const file = join(folder, 'rows');
  await alterSystem(knex, [
    'set fsync = off',
    "set max_wal_size = '32GB'",
    // Without the checks of references: what refers may be written before what it refers to.
    'set session_replication_role = replica',
  ]);
  const indexes = await dropIndexes(
    knex,
    `select indexname as name, indexdef as sql from pg_indexes
      where schemaname = current_schema() and tablename not like 'knex%'
        and indexname not in (select conname from pg_constraint)`,
  );
  let writing: Promise<unknown> = Promise.resolve();
  return {
    async write({ name, columns }, rows) {
      const lines = rows.map(
        row =>
          `${row.map((value, n) => inPostgres(value, columns[n].kind)).join('\t')}\n`,
      );
      await writing;
      await writeFile(file, lines.join(''));
      writing = knex
        .raw(`copy ?? (${columns.map(() => '??').join(', ')}) from '${file}'`, [
          name,
          ...columns.map(column => column.name),
        ])
        .then();
    },
    async end() {
      await writing;
      await rm(folder, { recursive: true });
      await knex.transaction(async tx => {
        await tx.raw("set local maintenance_work_mem = '1GB'");
        for (const { sql } of indexes) {
          await tx.raw(sql);
        }
      });
      await knex.raw('vacuum analyze');
      await alterSystem(knex, [
        'reset fsync',
        'reset max_wal_size',
        'reset session_replication_role',
      ]);
      await knex.raw('checkpoint');
    },
  };
}

async function alterSystem(
  knex: Knex,
  changes: readonly string[],
): Promise<void> {
  for (const change of changes) {
    await knex.raw(`alter system ${change}`);
  }
  await knex.raw('select pg_reload_conf()');
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function inPostgres(
  value: Value,
  kind: Table['columns'][number]['kind'],
): string {
  if (value === null) {
    return '\\N';
  }
  if (kind === 'instant') {
    return new Date(value as number).toISOString();
  }
  return typeof value === 'string'
    ? value.replace(SPECIAL, character => ESCAPES[character])
    : String(value);
}

/** What is used of the driver, whose rows are inserted several times as fast as through Knex. */
interface SqliteConnection {
  exec(sql: string): void;
  prepare(sql: string): Insert;
}

interface Insert {
  run(...values: (string | number | null)[]): void;
}

async function sqliteWriter(knex: Knex): Promise<BulkWriter> {
  for (const pragma of [
    'journal_mode = off',
    'synchronous = off',
    'foreign_keys = off',
    'locking_mode = exclusive',
    'cache_size = -1000000',
    'threads = 2',
  ]) {
    await knex.raw(`pragma ${pragma}`);
  }
  const dropped = await dropIndexes(
    knex,
    `select name, sql, type from sqlite_master
      where type in ('index', 'trigger') and sql is not null
        and tbl_name not like 'knex%'`,
  );
  const connection: SqliteConnection = await knex.client.acquireConnection();
  const inserts = new Map<string, Insert>();
  const insertInto = ({ name, columns }: Table) => {
    const insert =
      inserts.get(name) ??
      connection.prepare(
        `insert into ${name} (${columns.map(column => column.name).join(', ')})
         values (${columns.map(() => '?').join(', ')})`,
      );
    inserts.set(name, insert);
    return insert;
  };
  connection.exec('begin');
  return {
    async write(table, rows) {
      const insert = insertInto(table);
      for (const row of rows) {
        insert.run(...row.map(inSqlite));
      }
    },
    async end() {
      for (const { sql } of dropped) {
        connection.exec(sql);
      }
      connection.exec(
        "insert into incidents_words (incidents_words) values ('rebuild')",
      );
      connection.exec('commit');
      await knex.client.releaseConnection(connection);
    },
  };
}

const inSqlite = (value: Value) =>
  typeof value === 'boolean' ? Number(value) : value;

interface Dropped {
  sql: string;
}

/** They are made faster from what is there than with each row of it. */
async function dropIndexes(knex: Knex, found: string): Promise<Dropped[]> {
  const answer = await knex.raw(found);
  const rows: { name: string; sql: string; type?: string }[] =
    answer.rows ?? answer;
  for (const { name, type = 'index' } of rows) {
    await knex.raw(`drop ${type} ??`, [name]);
  }
  return rows;
}
