import { setImmediate as letOthersRun } from 'node:timers/promises';
import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import {
  assertSupported,
  databaseTime,
  isPostgres,
  unconfirmed,
} from './dialect';
import { toInstant, toInstantOrUndefined } from './instant';
import { migrate, openDatabase } from './migrate';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const directory = createMockDirectory();

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('gives back the instant that was written, in UTC with milliseconds', async () => {
    const knex = await databases.init(databaseId);
    await knex.schema.createTable('times', table =>
      table.timestamp('at', { useTz: true, precision: 3 }),
    );
    await knex('times').insert({
      at: new Date('2026-11-21T14:30:00.123+01:00'),
    });
    const { at } = await knex('times').first('at');

    expect(toInstant(at)).toBe('2026-11-21T13:30:00.123Z');
  });

  it('creates the tables, and leaves them alone where migrations are skipped', async () => {
    const knex = await databases.init(databaseId);
    const logger = mockServices.logger.mock();
    const service = { getClient: async () => knex, migrations: { skip: true } };

    await openDatabase(service, logger);
    expect(await knex.schema.hasTable('clocks')).toBe(false);

    const { durable } = await openDatabase(
      { ...service, migrations: { skip: false } },
      logger,
    );
    expect(await knex.schema.hasTable('clocks')).toBe(true);
    expect(durable).toBe(isPostgres(knex));
  });

  it('starts on tables that a newer release has brought further', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    await knex('knex_migrations').insert({
      name: '20990101000000_of_a_newer_release.js',
      batch: 2,
    });

    await migrate(knex);

    expect(await knex('incident_numbers').pluck('last')).toEqual([0]);
  });

  it('starts although a process died while it migrated', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    await knex('knex_migrations_lock').update({ is_locked: 1 });

    await migrate(knex);

    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([0]);
  });

  it('takes every migration back', async () => {
    const knex = await databases.init(databaseId);
    await openDatabase(
      { getClient: async () => knex },
      mockServices.logger.mock(),
    );

    await knex.migrate.rollback(
      { directory: `${__dirname}/../../migrations` },
      true,
    );

    expect(await knex.schema.hasTable('clocks')).toBe(false);
    expect(await knex.schema.hasTable('outbox')).toBe(false);
  });
});

it('lets replicas that start together migrate in turn', async () => {
  const first = await databases.init('POSTGRES_18');
  const replicas = [
    first,
    ...[1, 2].map(() => knexFactory(first.client.config)),
  ];

  await Promise.all(replicas.map(knex => migrate(knex)));

  expect(await first('incident_numbers').pluck('last')).toEqual([0]);
  await Promise.all(replicas.slice(1).map(knex => knex.destroy()));
});

it('sends PostgreSQL a statement while it is at the one before', async () => {
  const knex = await databases.init('POSTGRES_18');
  await openDatabase(
    { getClient: async () => knex },
    mockServices.logger.mock(),
  );
  const LOCK = 'select pg_advisory_xact_lock(1)';
  const other = await knex.transaction();
  await other.raw(LOCK);

  await knex.transaction(async tx => {
    const { connection } = await tx.client.acquireConnection();
    const waiting = tx.raw(LOCK).then();
    const isWaiting = knex('pg_locks').where({ granted: false }).first('pid');
    while (!(await isWaiting.clone())) {
      await letOthersRun();
    }
    const sent = connection.stream.bytesWritten;
    const next = tx.select({ value: 2 }).then();
    await letOthersRun();

    expect(connection.stream.bytesWritten).toBeGreaterThan(sent);
    await other.rollback();
    await waiting;
    expect(await next).toEqual([{ value: 2 }]);
  });
});

it('reads an empty time column as undefined', () => {
  expect(toInstantOrUndefined(null)).toBeUndefined();
  expect(toInstantOrUndefined(0)).toBe('1970-01-01T00:00:00.000Z');
});

it('refuses an engine that it was never run on, naming the setting', async () => {
  const knex = { client: { config: { client: 'mysql2' } } } as Knex;

  expect(() => assertSupported(knex)).toThrow(/backend\.database\.client/);
});

it('warns loudly where a restart loses everything', async () => {
  const knex = memory();
  const logger = mockServices.logger.mock();

  const { durable } = await openDatabase(
    { getClient: async () => knex },
    logger,
  );

  expect(durable).toBe(false);
  expect(logger.warn).toHaveBeenCalledWith(
    expect.stringContaining('KEPT IN MEMORY ONLY'),
  );
  await knex.destroy();
});

it('writes a SQLite file ahead and waits for the disk, on every connection', async () => {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: directory.resolve('incidents.sqlite') },
    useNullAsDefault: true,
    log: { warn() {} },
  });
  const logger = mockServices.logger.mock();

  const { durable } = await openDatabase(
    { getClient: async () => knex },
    logger,
  );
  // What the pool does with a connection that broke: a new one takes its place.
  const broken = await knex.client.acquireConnection();
  broken.__knex__disposed = new Error('broken');
  await knex.client.releaseConnection(broken);

  expect(durable).toBe(true);
  expect(logger.warn).not.toHaveBeenCalled();
  expect(await knex.raw('pragma journal_mode')).toEqual([
    { journal_mode: 'wal' },
  ]);
  expect(await knex.raw('pragma synchronous')).toEqual([{ synchronous: 2 }]);
  const fresh = await knex.client.acquireConnection();
  expect(fresh).not.toBe(broken);
  await knex.client.releaseConnection(fresh);
  await knex.destroy();
});

it('waits for the disk of PostgreSQL for all but the statements that say otherwise', async () => {
  const { client } = await databases.init('POSTGRES_18');
  const knex = knexFactory({ ...client.config, pool: { min: 1, max: 1 } });
  const confirms = async (db: Knex) =>
    (await db.raw('show synchronous_commit')).rows[0].synchronous_commit;
  try {
    await knex.raw('set synchronous_commit = on');
    await knex.schema.createTable('leases', table => table.integer('held'));
    await knex('leases').insert({ held: 1 });
    await knex.transaction(async tx => {
      expect(await unconfirmed(tx, tx('leases')).update({ held: 2 })).toBe(1);
      expect(await confirms(tx)).toBe('off');
    });
    expect(await knex.transaction(confirms)).toBe('on');
  } finally {
    await knex.destroy();
  }
});

it('tells the time of PostgreSQL to the millisecond', async () => {
  const knex = await databases.init('POSTGRES_18');

  expect(await databaseTime(knex)).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/,
  );
});

function memory(): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
}
