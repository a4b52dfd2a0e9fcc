import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MIGRATION = '20261121000100_catalog.js';
const TABLES = [
  'directory_entities',
  'directory_relations',
  'directory_refresh',
];

const directory = resolvePackagePath(
  '@linchpin/backstage-plugin-incidents-backend',
  'migrations',
);

async function existing(knex: Knex): Promise<string[]> {
  const found = await Promise.all(
    TABLES.map(async table =>
      (await knex.schema.hasTable(table)) ? [table] : [],
    ),
  );
  return found.flat();
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('creates the directory with its one row of status, and takes it back', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.up({ directory, name: MIGRATION });

    expect(await existing(knex)).toEqual(TABLES);
    expect(await knex('directory_refresh')).toEqual([
      {
        id: 1,
        refreshed_at: null,
        entities: 0,
        entities_before: 0,
        error: null,
      },
    ]);

    await knex.migrate.down({ directory, name: MIGRATION });
    expect(await existing(knex)).toEqual([]);
  });
});
