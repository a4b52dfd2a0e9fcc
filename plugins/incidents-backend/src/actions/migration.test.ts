import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MIGRATION = '20261126190000_action_items.js';
const TABLES = [
  'action_items',
  'action_events',
  'action_incidents',
  'action_numbers',
];

const directory = resolvePackagePath(
  '@linchpin/backstage-plugin-incidents-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('gives action items their tables with a counter that begins at 0, and takes them back', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.up({ directory, name: MIGRATION });

    expect(await knex('action_numbers')).toEqual([{ id: 1, last: 0 }]);
    expect(await knex('action_items')).toEqual([]);

    await knex.migrate.down({ directory, name: MIGRATION });
    for (const table of TABLES) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    // The indexes are gone as well, or this would fail.
    await knex.migrate.up({ directory, name: MIGRATION });
  });

  it('gives what recurred its table, and takes it back', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126190100_action_recurrences.js';
    await knex.migrate.up({ directory, name });
    expect(await knex('action_recurrences')).toEqual([]);

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('action_recurrences')).toBe(false);
    await knex.migrate.up({ directory, name });
  });

  it('has the same index tell more, and as much as before', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261127120000_open_actions_by_index.js';
    await knex.migrate.up({ directory, name: MIGRATION });

    await knex.migrate.up({ directory, name });
    await knex.migrate.down({ directory, name });
    // Each fails where the other left another index, or none.
    expect(await knex.migrate.up({ directory, name })).toEqual([
      expect.any(Number),
      [name],
    ]);
  });
});
