import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from './__testUtils__/DirectoryStage';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

async function stageOn(id: Parameters<typeof databases.init>[0]) {
  const stage = await DirectoryStage.open(await databases.init(id), [
    { ref: 'api:payments-v2', lifecycle: 'production' },
    {
      ref: 'component:payments-api',
      lifecycle: 'production',
      provides: ['api:payments-v2'],
      dependsOn: ['resource:payments-db', 'resource:not-there'],
    },
    {
      ref: 'component:checkout',
      title: 'Checkout',
      lifecycle: 'production',
      consumes: ['api:payments-v2'],
      dependsOn: ['component:payments-api'],
    },
    {
      ref: 'component:wallet',
      lifecycle: 'experimental',
      consumes: ['api:payments-v2'],
    },
    { ref: 'resource:payments-db' },
  ]);
  await stage.directory.refresh.run();
  return stage;
}

describe.each(databases.eachSupportedId())('DependencyReader on %s', id => {
  it('lists each dependency once, those through an API included', async () => {
    const { knex, directory } = await stageOn(id);
    const { dependencies } = directory;

    const found = await dependencies.dependenciesOf(knex, [
      'component:default/checkout',
      'component:default/payments-api',
    ]);

    expect(found.get('component:default/checkout')).toEqual([
      { ref: 'component:default/payments-api', title: 'payments-api' },
      { ref: 'api:default/payments-v2', title: 'payments-v2' },
    ]);
    expect(found.get('component:default/payments-api')).toEqual([
      { ref: 'resource:default/payments-db', title: 'payments-db' },
    ]);
  });

  it('lists who depends on it, and counts those in production', async () => {
    const { knex, directory } = await stageOn(id);
    const { dependencies } = directory;
    const ref = 'component:default/payments-api';

    expect(await dependencies.dependantsOf(knex, ref)).toMatchObject([
      { entityRef: 'component:default/checkout', title: 'Checkout' },
      { entityRef: 'api:default/payments-v2', title: 'payments-v2' },
      { entityRef: 'component:default/wallet', title: 'wallet' },
    ]);
    expect(await dependencies.productionDependants(knex, ref)).toBe(1);
    expect(
      await dependencies.productionDependants(
        knex,
        'resource:default/payments-db',
      ),
    ).toBe(1);
  });

  it('knows nothing of something unknown', async () => {
    const { knex, directory } = await stageOn(id);
    const { dependencies } = directory;

    expect(await dependencies.dependenciesOf(knex, ['component:x/y'])).toEqual(
      new Map(),
    );
    expect(await dependencies.productionDependants(knex, 'component:x/y')).toBe(
      0,
    );
  });
});
