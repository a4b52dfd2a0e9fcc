import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MIGRATION = '20261126170000_transfer.js';
const TABLES = ['imports', 'import_rows', 'imported_incidents'];

const directory = resolvePackagePath(
  '@linchpin/backstage-plugin-incidents-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('keeps imports, their rows and what they made, and takes them back', async () => {
    const knex = await databases.init(databaseId);
    const exist = () =>
      Promise.all(TABLES.map(table => knex.schema.hasTable(table)));
    await knex.migrate.up({ directory, name: MIGRATION });

    expect(await exist()).toEqual([true, true, true]);
    const made = (sourceId: string, incidentId: string) =>
      knex('imported_incidents').insert({
        system: 'Tracker',
        source_id: sourceId,
        incident_id: incidentId,
        import_id: '1',
      });
    await made('T-1', '1');
    await expect(made('T-1', '2')).rejects.toThrow();
    await expect(made('T-2', '1')).rejects.toThrow();

    await knex.migrate.down({ directory, name: MIGRATION });
    expect(await exist()).toEqual([false, false, false]);
  });

  it('counts how often an import could not go on, those that are there from none', async () => {
    const knex = await databases.init(databaseId);
    const name = '20261126170100_import_failures.js';
    await knex.migrate.up({ directory, name: MIGRATION });
    await knex('imports').insert({
      id: '1',
      state: 'importing',
      system: 'Tracker',
      file_name: 'incidents.csv',
      mapping: '{}',
      created_at: new Date(),
      created_by_name: 'Nadia',
    });

    await knex.migrate.up({ directory, name });
    expect(await knex('imports').pluck('failures')).toEqual([0]);

    await knex.migrate.down({ directory, name });
    expect(await knex('imports').first()).not.toHaveProperty('failures');
  });
});
