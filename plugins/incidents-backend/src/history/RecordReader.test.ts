import { accessOf } from '../authorization/__testUtils__/accessOf';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { minute, nadia, openWard } from '../incidents/__testUtils__/ward';
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
      const { incidents, ...rest } = await new RecordReader(
        w.knex,
        most,
      ).covering(
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
});
