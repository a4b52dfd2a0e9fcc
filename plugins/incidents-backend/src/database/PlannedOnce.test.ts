import type { Knex } from 'knex';
import { PluginDatabases } from './__testUtils__/PluginDatabases';
import { PlannedOnce } from './PlannedOnce';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const counted = (knex: Knex, beyond: number) =>
  knex('incident_numbers').where('last', '>', beyond).select('id', 'last');

it.each(databases.eachSupportedId())(
  'finds what the query would find by itself on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const planned = new PlannedOnce(knex);

    for (const beyond of [-1, 0, -1]) {
      expect(await planned.rows(counted(knex, beyond))).toEqual(
        await counted(knex, beyond),
      );
    }
    expect(await planned.rows(counted(knex, -1))).toEqual([{ id: 1, last: 0 }]);
  },
);

describe('on PostgreSQL', () => {
  const statements = async (knex: Knex): Promise<string[]> =>
    knex('pg_prepared_statements')
      .where('statement', 'like', '%incident_numbers%')
      .pluck('statement');

  it('plans a statement once, whatever its values', async () => {
    const knex = await databases.init('POSTGRES_18');
    const planned = new PlannedOnce(knex);
    await planned.rows(counted(knex, 0));
    await planned.rows(counted(knex, 5));
    await planned.rows(counted(knex, 6));

    expect(await statements(knex)).toEqual([
      expect.stringMatching(/"last" > .*\$1/),
    ]);
  });

  it('does so also where some values are found faster than others', async () => {
    const knex = await databases.init('POSTGRES_18');
    await knex.schema.createTable('skewed', table => table.text('key').index());
    await knex.raw(
      `insert into skewed select 'frequent' from generate_series(1, 20000)`,
    );
    await knex('skewed').insert({ key: 'rare' });
    await knex.raw('analyze skewed');
    const planned = new PlannedOnce(knex);

    for (let n = 0; n < 10; n++) {
      const rare = knex('skewed')
        .whereIn('key', ['rare'])
        .count({ found: '*' });
      expect(await planned.rows(rare)).toEqual([{ found: '1' }]);
    }

    const { generic_plans: once } = await knex('pg_prepared_statements')
      .where('statement', 'like', '%skewed%')
      .first('generic_plans');
    expect(Number(once)).toBeGreaterThan(0);
  });

  it('goes on without where something between keeps no statements', async () => {
    const knex = await databases.init('POSTGRES_18');
    const planned = new PlannedOnce(knex);
    await planned.rows(counted(knex, -1));
    // As a pool of connections does that hands out another one.
    await knex.raw('deallocate all');

    expect(await planned.rows(counted(knex, -1))).toEqual([{ id: 1, last: 0 }]);
    expect(await planned.rows(counted(knex, -1))).toEqual([{ id: 1, last: 0 }]);
    expect(await statements(knex)).toEqual([]);
  });

  it('hides no other failure', async () => {
    const knex = await databases.init('POSTGRES_18');
    await expect(
      new PlannedOnce(knex).rows(knex('nowhere').select('nothing')),
    ).rejects.toThrow('relation "nowhere" does not exist');
  });
});
