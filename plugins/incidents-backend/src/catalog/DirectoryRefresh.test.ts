import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from './__testUtils__/DirectoryStage';
import type { EntitySketch } from './__testUtils__/entitiesOf';
import { isRefreshDue } from './DirectoryRefresh';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const payments: EntitySketch = { ref: 'group:payments', title: 'Payments' };
const api: EntitySketch = {
  ref: 'component:payments-api',
  owner: 'group:payments',
  dependsOn: ['resource:payments-db'],
};
const db: EntitySketch = { ref: 'resource:payments-db' };

describe.each(databases.eachSupportedId())('DirectoryRefresh on %s', id => {
  it('takes the whole catalog over and says when', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      payments,
      api,
      db,
    ]);
    const { knex, directory } = stage;

    await directory.refresh.run();

    const found = await directory.reader.byRefs(knex, [
      'component:default/payments-api',
      'group:default/payments',
      'resource:default/payments-db',
    ]);
    expect(found.size).toBe(3);
    expect(found.get('component:default/payments-api')).toMatchObject({
      ownerRef: 'group:default/payments',
      ownerTitle: 'Payments',
    });
    expect(await directory.refreshLog.status(knex)).toEqual({
      refreshedAt: '2026-11-21T08:00:00.000Z',
      entities: 3,
      entitiesBefore: 0,
    });
  });

  it('takes changes over, and forgets relations that are no more', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      api,
      db,
    ]);
    const { knex, directory } = stage;
    await directory.refresh.run();

    stage.pass({ minutes: 5 });
    stage.has([{ ref: 'component:payments-api', title: 'Pay' }, db]);
    await directory.refresh.run();

    const ref = 'component:default/payments-api';
    expect(await directory.reader.titlesOf(knex, [ref])).toEqual(
      new Map([[ref, 'Pay']]),
    );
    expect(await directory.dependencies.dependenciesOf(knex, [ref])).toEqual(
      new Map(),
    );
  });

  it('does not rewrite what has not changed', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      api,
      db,
    ]);
    const written: string[] = [];
    await stage.directory.refresh.run();
    stage.pass({ minutes: 5 });
    stage.knex.on('query', ({ sql }) => written.push(sql));

    await stage.directory.refresh.run();

    expect(written.filter(sql => /directory_relations/.test(sql))).toEqual([]);
    expect(
      written.filter(sql => /insert into .directory_entities/.test(sql)),
    ).toEqual([]);
  });

  it('marks what is gone, keeps its title, and takes it back when it returns', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      api,
      db,
    ]);
    const { knex, directory } = stage;
    const ref = 'resource:default/payments-db';
    await directory.refresh.run();

    stage.pass({ minutes: 5 });
    stage.has([api]);
    await directory.refresh.run();
    expect(await directory.reader.byRefs(knex, [ref])).toEqual(new Map());
    expect(await directory.reader.titlesOf(knex, [ref])).toEqual(
      new Map([[ref, 'payments-db']]),
    );

    stage.pass({ minutes: 5 });
    stage.has([api, db]);
    await directory.refresh.run();
    expect((await directory.reader.byRefs(knex, [ref])).size).toBe(1);
  });

  it('asks for what no page had before it believes that it is gone', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [
      api,
      db,
    ]);
    const { knex, directory } = stage;
    await directory.refresh.run();
    stage.pass({ minutes: 5 });
    const pages = stage.catalog.streamEntities.getMockImplementation()!;
    stage.catalog.streamEntities.mockImplementation(
      async function* pagesWithAGap(...request) {
        for await (const page of pages(...request)) {
          yield page.slice(1);
        }
      },
    );

    await directory.refresh.run();

    expect(
      (
        await directory.reader.byRefs(knex, [
          'component:default/payments-api',
          'resource:default/payments-db',
        ])
      ).size,
    ).toBe(2);
  });

  it('keeps what is known while the catalog lists nothing', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [api]);
    const { knex, directory } = stage;
    await directory.refresh.run();
    stage.pass({ minutes: 5 });
    stage.has([]);

    await directory.refresh.run();

    expect(
      (await directory.reader.byRefs(knex, ['component:default/payments-api']))
        .size,
    ).toBe(1);
  });

  it('keeps what is known while the catalog fails, and says why', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [api]);
    const { knex, directory } = stage;
    await directory.refresh.run();
    stage.pass({ minutes: 5 });
    stage.isDown();

    await directory.refresh.run();

    expect(
      (await directory.reader.byRefs(knex, ['component:default/payments-api']))
        .size,
    ).toBe(1);
    expect(await directory.refreshLog.status(knex)).toMatchObject({
      refreshedAt: '2026-11-21T08:00:00.000Z',
      error: expect.stringContaining('ECONNREFUSED'),
    });
    expect(stage.logger.warn).toHaveBeenCalled();
  });

  it('does not put an older reading over a newer one', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [api]);
    const { knex, directory } = stage;
    const ref = 'component:default/payments-api';
    const pages = stage.catalog.streamEntities.getMockImplementation()!;
    stage.catalog.streamEntities.mockImplementation(async function* slowPages(
      ...request
    ) {
      stage.pass({ seconds: 30 });
      stage.has([{ ...api, title: 'Newer' }]);
      await directory.readThrough.freshen([ref]);
      yield* pages(...request);
    });

    await directory.refresh.run();

    expect((await directory.reader.titlesOf(knex, [ref])).get(ref)).toBe(
      'Newer',
    );
  });

  it('reads when a reading is due, and not before', async () => {
    const stage = await DirectoryStage.open(await databases.init(id), [api]);
    const { refresh } = stage.directory;

    await refresh.runIfDue();
    await refresh.runIfDue();
    expect(stage.catalog.streamEntities).toHaveBeenCalledTimes(2);

    stage.pass({ minutes: 4 });
    await refresh.runIfDue();
    expect(stage.catalog.streamEntities).toHaveBeenCalledTimes(2);

    stage.pass({ minutes: 1 });
    await refresh.runIfDue();
    expect(stage.catalog.streamEntities).toHaveBeenCalledTimes(3);
  });
});

describe('isRefreshDue', () => {
  const now = '2026-11-21T08:05:00.000Z';
  const settled = {
    refreshedAt: '2026-11-21T08:04:50.000Z',
    entities: 1000,
    entitiesBefore: 1000,
  };
  const every = 5 * 60_000;

  it('is not while the last reading is recent', () => {
    expect(isRefreshDue(settled, now, every)).toBe(false);
  });

  it.each([
    ['the first reading has not been', { refreshedAt: undefined }],
    ['the last attempt failed', { error: 'refused' }],
    ['the catalog lists nothing yet', { entities: 0 }],
    ['the catalog is still filling', { entitiesBefore: 500 }],
    ['its turn has come', { refreshedAt: '2026-11-21T08:00:00.000Z' }],
  ])('is when %s', (_, status) => {
    expect(isRefreshDue({ ...settled, ...status }, now, every)).toBe(true);
  });

  it('is not sooner because a few entities were added', () => {
    expect(isRefreshDue({ ...settled, entities: 1003 }, now, every)).toBe(
      false,
    );
  });
});
