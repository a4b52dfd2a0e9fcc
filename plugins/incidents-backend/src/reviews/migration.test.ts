import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MIGRATION = '20261126180000_reviews.js';

const TABLES = ['reviews', 'review_events', 'review_texts', 'review_factors'];

const directory = resolvePackagePath(
  '@linchpin/backstage-plugin-incidents-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('gives reviews their tables, and takes them back', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.up({ directory, name: '20261121000000_incidents.js' });
    await knex.migrate.up({ directory, name: MIGRATION });
    for (const table of TABLES) {
      expect(await knex(table)).toEqual([]);
    }

    await knex.migrate.down({ directory, name: MIGRATION });
    for (const table of TABLES) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    // Its indexes are gone with it, or this would fail.
    await knex.migrate.up({ directory, name: MIGRATION });
  });
});
