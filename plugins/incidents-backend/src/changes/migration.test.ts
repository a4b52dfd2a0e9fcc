import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MIGRATION = '20261126160000_changes.js';

const directory = resolvePackagePath(
  '@linchpin/backstage-plugin-incidents-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('gives change events their table, and takes it back', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.up({ directory, name: MIGRATION });
    expect(await knex('change_events')).toEqual([]);

    await knex.migrate.down({ directory, name: MIGRATION });
    expect(await knex.schema.hasTable('change_events')).toBe(false);
    // Its indexes are gone with it, or this would fail.
    await knex.migrate.up({ directory, name: MIGRATION });
  });
});
