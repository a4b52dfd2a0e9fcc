import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MIGRATION = '20261126130100_watchdog.js';

const directory = resolvePackagePath(
  '@linchpin/backstage-plugin-incidents-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('gives the watchdog its tables with the one row of its way, and takes them back', async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.up({ directory, name: '20261121000000_incidents.js' });
    await knex.migrate.up({ directory, name: MIGRATION });

    expect(await knex('watchdog_findings')).toEqual([]);
    expect(await knex('watchdog_rounds')).toEqual([
      { id: 1, watching_since: null, looked_at: null, last_id: null },
    ]);

    await knex.migrate.down({ directory, name: MIGRATION });
    expect(await knex.schema.hasTable('watchdog_findings')).toBe(false);
    expect(await knex.schema.hasTable('watchdog_rounds')).toBe(false);
    // Both indexes are gone with it, or this would fail.
    await knex.migrate.up({ directory, name: MIGRATION });
  });
});
