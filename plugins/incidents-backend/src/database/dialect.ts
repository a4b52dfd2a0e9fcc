import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { toInstant } from './instant';

/*
 * Everything in which SQLite and PostgreSQL differ. What is not here is the same
 * statement on both.
 */

const SUPPORTED = ['better-sqlite3', 'pg'];

/** Whether the database is PostgreSQL; it is SQLite otherwise. */
export function isPostgres(knex: Knex): boolean {
  return clientOf(knex) === 'pg';
}

/** The engine, as the backend's configuration names it. */
export function clientOf(knex: Knex): string {
  return String(knex.client.config.client);
}

/** @throws Error where the engine is none that this plugin runs on. */
export function assertSupported(knex: Knex): void {
  if (!SUPPORTED.includes(clientOf(knex))) {
    throw new Error(
      `backend.database.client: the incidents plugin runs on ${SUPPORTED.join(
        ' and ',
      )}, not on ${clientOf(knex)}`,
    );
  }
}

/**
 * Locks what the query reads and leaves out what another transaction holds.
 * SQLite has one connection, so there is no other transaction.
 */
export function skipLocked<Query extends Knex.QueryBuilder>(
  knex: Knex,
  query: Query,
): Query {
  return isPostgres(knex) ? (query.forUpdate().skipLocked() as Query) : query;
}

/**
 * A statement about a table, with the rows that a query finds and no other transaction
 * holds as `free`. The query is asked once, however PostgreSQL plans the statement.
 */
export function withFree(
  knex: Knex,
  table: string,
  query: Knex.QueryBuilder,
): Knex.QueryBuilder {
  return knex(table).withMaterialized('free', skipLocked(knex, query));
}

/**
 * Lets a statement that is a transaction of its own commit without waiting for the
 * disk: a crash of the machine may take what it wrote, never in part and never what
 * others were told is kept. For leases, without which the work is taken up once more.
 * SQLite always waits.
 */
export function unconfirmed(
  knex: Knex,
  statement: Knex.QueryBuilder,
): Knex.QueryBuilder {
  return isPostgres(knex)
    ? statement.whereRaw(
        "(select set_config('synchronous_commit', 'off', true)) is not null",
      )
    : statement;
}

/** Any number, as long as it stays the same in every release. */
const TURN = 1_427_091_811;

/**
 * Does work while no other process does such work on the same database; ends
 * with the process. SQLite has one process. The work takes connections of its own.
 */
export async function exclusively(
  knex: Knex,
  work: () => Promise<void>,
): Promise<void> {
  if (!isPostgres(knex)) {
    await work();
    return;
  }
  await knex.transaction(async tx => {
    await tx.raw('select pg_advisory_xact_lock(?)', [TURN]);
    await work();
  });
}

/** A list as a table with the one column `value`, to ask something of each member. */
export function listed(
  knex: Knex,
  values: readonly string[],
): Knex.QueryBuilder {
  const json = JSON.stringify(values);
  return knex
    .select('value')
    .from(
      isPostgres(knex)
        ? knex.raw('json_array_elements_text(?::json) as listed(value)', [json])
        : knex.raw('json_each(?) as listed', [json]),
    );
}

/**
 * A table to read by an index that has all that is asked of it. SQLite would rather
 * take one that finds a single row, and then read that; PostgreSQL weighs it rightly.
 */
export function coveredBy(
  knex: Knex,
  table: string,
  index: string,
): Knex.QueryBuilder {
  return isPostgres(knex)
    ? knex(table)
    : knex.from(knex.raw('?? indexed by ??', [table, index]));
}

/** The milliseconds from one instant to another one. */
export function millisecondsBetween(
  knex: Knex,
  from: Knex.Raw,
  to: Knex.Raw,
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('extract(epoch from ? - ?) * 1000', [to, from])
    : knex.raw('? - ?', [to, from]);
}

/** The month that an instant is in, in UTC, as `2026-11`. */
export function monthInUtc(knex: Knex, column: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw("to_char(?? at time zone 'UTC', 'YYYY-MM')", [column])
    : knex.raw("strftime('%Y-%m', ?? / 1000, 'unixepoch')", [column]);
}

/**
 * Reads several times from one moment of the database. On SQLite every
 * transaction does.
 */
export async function inSnapshot<T>(
  knex: Knex,
  read: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return isPostgres(knex)
    ? knex.transaction(read, {
        isolationLevel: 'repeatable read',
        readOnly: true,
      })
    : knex.transaction(read);
}

/**
 * Has PostgreSQL sent a statement while it is at the one before, so that statements
 * which are asked for together wait once and not one after the other. A driver that
 * does not know how keeps them until then. SQLite has nothing to wait for.
 *
 * @see https://node-postgres.com/features/pipelining
 */
export function sendAhead(knex: Knex): void {
  if (isPostgres(knex)) {
    const { pool } = knex.client;
    // Where the plugin starts again on the same pool.
    pool.removeListener('createSuccess', pipelined);
    pool.on('createSuccess', pipelined);
  }
}

function pipelined(_event: unknown, connection: { pipeline?: boolean }): void {
  connection.pipeline = true;
}

/** The time on the database's machine: one for all replicas. PostgreSQL only. */
export async function databaseTime(knex: Knex): Promise<string> {
  const { rows } = await knex.raw('select clock_timestamp() as now');
  return toInstant(rows[0].now);
}

/**
 * What a file of SQLite does not keep. better-sqlite3's own default in WAL mode is a
 * weaker promise. A batch of alerts changes some thousand pages, mostly of indexes: by
 * the other defaults it has no room in memory for them, and each commit of one also
 * moves them from the log into the file. Room for 64 MB, and at most 32 MB of log.
 */
const OF_EACH_CONNECTION = [
  'pragma synchronous = full',
  'pragma cache_size = -65536',
  'pragma wal_autocheckpoint = 8192',
];

/**
 * Makes a commit outlive a crash of process and machine, as far as the database
 * can, and says so loudly where it cannot.
 */
export async function makeDurable(
  knex: Knex,
  logger: LoggerService,
): Promise<{ durable: boolean }> {
  if (isPostgres(knex)) {
    return { durable: true };
  }
  const [main] = await knex.raw('pragma database_list');
  if (!main.file) {
    logger.warn(
      'INCIDENTS ARE KEPT IN MEMORY ONLY: every alert, incident and message is lost when this process ends. ' +
        'Set backend.database to PostgreSQL, or to better-sqlite3 with connection.directory.',
    );
    return { durable: false };
  }
  await knex.raw('pragma journal_mode = wal');
  for (const pragma of OF_EACH_CONNECTION) {
    await knex.raw(pragma);
  }
  knex.client.pool.on(
    'createSuccess',
    (_event: unknown, connection: { exec(sql: string): void }) =>
      OF_EACH_CONNECTION.forEach(pragma => connection.exec(pragma)),
  );
  return { durable: true };
}

/**
 * Does work of many commits that need not outlive a power cut one by one. What is
 * committed is whole in any case, and outlives one as of the first commit after the
 * work. Spares a file of SQLite the wait for the disk; PostgreSQL waits as ever.
 */
export async function withoutWaitingForDisk<T>(
  knex: Knex,
  work: () => Promise<T>,
): Promise<T> {
  if (isPostgres(knex)) {
    return work();
  }
  const [{ synchronous }] = await knex.raw('pragma synchronous');
  await knex.raw('pragma synchronous = normal');
  try {
    return await work();
  } finally {
    await knex.raw(`pragma synchronous = ${synchronous}`);
  }
}
