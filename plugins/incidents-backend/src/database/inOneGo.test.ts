import { inOneGo } from './inOneGo';
import { PluginDatabases } from './__testUtils__/PluginDatabases';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('carries out all parts', async () => {
    const knex = await databases.init(databaseId);

    await knex.transaction(tx =>
      inOneGo(tx, [
        () => tx('incident_numbers').update({ last: 7 }),
        () => tx('outbox').delete(),
      ]),
    );

    expect(await knex('incident_numbers').pluck('last')).toEqual([7]);
  });

  it.each([0, 1, 2])(
    'tells why part %d was refused, once all that began are over, and leaves nothing of any',
    async refused => {
      const knex = await databases.init(databaseId);
      let begun = 0;
      let over = 0;

      const written = knex.transaction(tx =>
        inOneGo(
          tx,
          [0, 1, 2].map(part => async () => {
            begun += 1;
            try {
              await (part === refused
                ? tx('no_such_table').delete()
                : tx('incident_numbers').increment('last', 1));
            } finally {
              over += 1;
            }
          }),
        ),
      );

      await expect(written).rejects.toThrow('no_such_table');
      expect(over).toBe(begun);
      expect(await knex('incident_numbers').pluck('last')).toEqual([0]);
    },
  );

  it('is told from one that another transaction was first', async () => {
    const knex = await databases.init(databaseId);
    await knex.schema.createTable('taken', table =>
      table.integer('id').primary(),
    );
    await knex('taken').insert({ id: 1 });

    const refusal = knex
      .transaction(tx =>
        inOneGo(tx, [
          () => tx('taken').insert({ id: 1 }),
          () => tx('incident_numbers').increment('last', 1),
        ]),
      )
      .catch(error => error.code);

    expect(['23505', 'SQLITE_CONSTRAINT_PRIMARYKEY']).toContain(await refusal);
  });
});
