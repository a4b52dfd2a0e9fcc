import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MIGRATION = '20261126190200_action_tickets.js';

const directory = resolvePackagePath(
  '@linchpin/backstage-plugin-incidents-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('gives the tickets of action items a table, and takes it back', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.up({ directory, name: MIGRATION });
    expect(await knex('action_tickets')).toEqual([]);

    await knex.migrate.down({ directory, name: MIGRATION });
    expect(await knex.schema.hasTable('action_tickets')).toBe(false);
    // The index is gone as well, or this would fail.
    await knex.migrate.up({ directory, name: MIGRATION });
  });
});
