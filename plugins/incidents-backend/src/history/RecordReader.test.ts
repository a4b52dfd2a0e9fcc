import { accessOf } from '../authorization/__testUtils__/accessOf';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { by, minute, nadia, openWard } from '../incidents/__testUtils__/ward';
import { RecordReader } from './RecordReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('reads the latest where there are too many: not those of before the period, then a shorter period', async () => {
    const w = await openWard(await databases.init(databaseId));
    for (let n = 0; n < 6; n++) {
      await w.report(`Trouble ${n}`, { at: minute(n) });
    }
    await w
      .knex('incidents')
      .where({ number: 6 })
      .update({ facts_version: null });
    const covering = async (most: number) => {
      const { incidents, ...rest } = await new RecordReader({
        knex: w.knex,
        now: { now: () => minute(9) },
        most,
      }).covering(
        accessOf(nadia),
        {},
        { period: { from: minute(3), to: minute(9) }, shortened: false },
        { from: minute(0), to: minute(3) },
      );
      return { numbers: incidents.map(({ number }) => number), ...rest };
    };
    const period = { from: minute(3), to: minute(9) };

    expect(await covering(6)).toEqual({
      period,
      shortened: false,
      numbers: ['INC-5', 'INC-4', 'INC-3', 'INC-2', 'INC-1'],
      unrecorded: 1,
    });
    expect(await covering(5)).toEqual({
      period,
      shortened: false,
      numbers: ['INC-5', 'INC-4'],
      unrecorded: 1,
    });
    expect(await covering(1)).toEqual({
      period: { ...period, from: minute(5) },
      shortened: true,
      numbers: [],
      unrecorded: 1,
    });
  });

  it('reads again only what has changed since, and what it says is true', async () => {
    const w = await openWard(await databases.init(databaseId));
    const first = await w.report('Trouble 1', { at: minute(1) });
    await w.report('Trouble 2', { at: minute(2) });
    const reader = new RecordReader({
      knex: w.knex,
      now: { now: () => minute(9) },
    });
    const read = async () => {
      const asked: unknown[] = [];
      const listen = ({
        sql,
        bindings,
      }: {
        sql: string;
        bindings: unknown[];
      }) => /\bcourse\b/.test(sql) && asked.push(...bindings);
      w.knex.on('query', listen);
      const { incidents } = await reader.covering(
        accessOf(nadia),
        {},
        { period: { from: minute(0), to: minute(9) }, shortened: false },
      );
      w.knex.off('query', listen);
      return {
        read: asked,
        titles: incidents.map(({ title }) => title),
        updates: incidents.map(({ course }) => course.updates.length),
      };
    };
    expect((await read()).read).toHaveLength(2);
    await w.send(
      first.id,
      { type: 'rename', title: 'Trouble 1, now known' },
      by(nadia, minute(4)),
    );

    expect(await read()).toEqual({
      read: [first.id],
      titles: ['Trouble 2', 'Trouble 1, now known'],
      updates: [0, 0],
    });
    expect((await read()).read).toEqual([]);
  });
});
