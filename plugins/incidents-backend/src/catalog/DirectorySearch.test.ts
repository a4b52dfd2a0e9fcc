import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { isPostgres } from '../database/dialect';
import { DirectoryStage } from './__testUtils__/DirectoryStage';
import type { EntitySketch } from './__testUtils__/entitiesOf';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const catalog: EntitySketch[] = [
  { ref: 'component:seat-map' },
  { ref: 'component:booking-web', title: 'Buchung Übersicht' },
  { ref: 'component:payments-api' },
  { ref: 'component:payments_batch', title: '100% Batch' },
  { ref: 'system:payments', title: 'Payments' },
  { ref: 'resource:new-payments-db' },
  { ref: 'group:payments', title: 'Payments' },
  { ref: 'user:paymaster' },
];

async function stageOn(id: Parameters<typeof databases.init>[0]) {
  const stage = await DirectoryStage.open(await databases.init(id), catalog);
  await stage.directory.refresh.run();
  const { knex, directory } = stage;
  return {
    stage,
    entities: async (q: string, limit = 10) =>
      (await directory.search.entities(knex, q, limit)).map(e => e.entityRef),
    groups: async (q: string) =>
      (await directory.search.groups(knex, q, 10)).map(e => e.entityRef),
    similar: async (...names: string[]) =>
      (await directory.search.similar(knex, names, 5)).map(e => e.entityRef),
  };
}

describe.each(databases.eachSupportedId())('DirectorySearch on %s', id => {
  it('offers what begins with the words first, then what contains them', async () => {
    const { entities } = await stageOn(id);

    expect(await entities('paym')).toEqual([
      'component:default/payments_batch',
      'system:default/payments',
      'component:default/payments-api',
      'resource:default/new-payments-db',
    ]);
    expect(await entities('paym', 2)).toHaveLength(2);
  });

  it('finds by title in any case, umlauts included', async () => {
    const { entities } = await stageOn(id);

    expect(await entities('BUCHUNG ÜB')).toEqual([
      'component:default/booking-web',
    ]);
    expect(await entities('übersicht')).toEqual([
      'component:default/booking-web',
    ]);
  });

  it('finds a name however it is written', async () => {
    const { entities } = await stageOn(id);

    for (const q of ['seatmap', 'seat map', 'Seat-M', 'seat_map']) {
      expect(await entities(q)).toEqual(['component:default/seat-map']);
    }
  });

  it('takes the signs of a pattern for what they are', async () => {
    const { entities } = await stageOn(id);

    expect(await entities('100%')).toEqual([
      'component:default/payments_batch',
    ]);
    expect(await entities('%')).toEqual(['component:default/payments_batch']);
    expect(await entities('\\')).toEqual([]);
  });

  it('offers something before anything is typed', async () => {
    const { entities } = await stageOn(id);

    expect(await entities('', 3)).toHaveLength(3);
  });

  it('offers groups apart, and people nowhere', async () => {
    const { entities, groups } = await stageOn(id);

    expect(await groups('pay')).toEqual(['group:default/payments']);
    expect(await entities('paymaster')).toEqual([]);
  });

  it('does not offer what is gone', async () => {
    const { stage, entities } = await stageOn(id);
    stage.pass({ minutes: 5 });
    stage.has(catalog.slice(1));
    await stage.directory.refresh.run();

    expect(await entities('seat')).toEqual([]);
  });

  it('guesses what a name may have meant, the closest first', async () => {
    const { similar } = await stageOn(id);

    expect(await similar('seatmap')).toEqual(['component:default/seat-map']);
    expect(await similar('payments-api-prod')).toEqual([
      'component:default/payments-api',
      'system:default/payments',
    ]);
    expect(await similar('booking')).toEqual(['component:default/booking-web']);
    expect(await similar('zzz', 'p', '')).toEqual([]);
    expect(await similar()).toEqual([]);
  });

  it('reads the index for what begins with the words', async () => {
    const { stage } = await stageOn(id);
    const { knex } = stage;
    const query = `select 1 from directory_entities where compact_name like 'pay%' escape '\\'`;
    const plan = isPostgres(knex)
      ? await knex.transaction(async tx => {
          await tx.raw('set local enable_seqscan = off');
          const { rows } = await tx.raw(`explain ${query}`);
          return rows;
        })
      : await knex.raw(`explain query plan ${query}`);

    expect(JSON.stringify(plan)).toMatch(
      /directory_entities_compact_name_prefix_idx.*(compact_name|~>=~)/,
    );
  });
});
