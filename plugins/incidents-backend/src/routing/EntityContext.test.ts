import { TestDatabases } from '@backstage/backend-test-utils';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { EntityContext } from './EntityContext';
import { RoutingService } from './RoutingService';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const REF = 'component:default/payments-api';

async function contextOn(id: Parameters<typeof databases.init>[0]) {
  const stage = await DirectoryStage.open(await databases.init(id), [
    {
      ref: REF,
      title: 'Payments API',
      owner: 'group:payments',
      dependsOn: ['resource:payments-db'],
    },
    { ref: 'resource:payments-db' },
    { ref: 'group:payments', title: 'Payments' },
    { ref: 'user:nadia', memberOf: ['group:payments'] },
  ]);
  const { knex, directory, now } = stage;
  await directory.refresh.run();
  const routing = new RoutingService({
    knex,
    directory,
    policy: { maxPeople: 20 },
  });
  return {
    stage,
    context: new EntityContext({ knex, directory, routing, now }),
  };
}

describe.each(databases.eachSupportedId())('EntityContext on %s', id => {
  it('tells title, dependencies and owner without asking the catalog', async () => {
    const { stage, context } = await contextOn(id);
    const asked = stage.questions;

    expect(await context.named(REF)).toEqual({
      ref: REF,
      title: 'Payments API',
    });
    expect(await context.dependenciesOf(REF)).toEqual([
      { ref: 'resource:default/payments-db', title: 'payments-db' },
    ]);
    expect((await context.routingOf(REF)).owner?.title).toBe('Payments');
    expect(stage.questions).toBe(asked);
  });

  it('reads nothing twice within seconds', async () => {
    const { stage, context } = await contextOn(id);
    await context.named(REF);

    const statements = await stage.statementsOf(async () => {
      await Promise.all([
        context.named(REF),
        context.dependenciesOf(REF),
        context.routingOf(REF),
      ]);
    });
    expect(statements).toBe(0);

    stage.pass({ seconds: 15 });
    stage.has([{ ref: REF, title: 'Renamed' }]);
    await stage.directory.refresh.run();
    expect((await context.named(REF)).title).toBe('Renamed');
  });

  it('calls by its name what the directory has never seen', async () => {
    const { context } = await contextOn(id);

    expect(await context.named('component:shop/unheard-of')).toEqual({
      ref: 'component:shop/unheard-of',
      title: 'unheard-of',
    });
    expect(await context.routingOf('component:shop/unheard-of')).toMatchObject({
      unrouted: 'no-entity',
      people: [],
    });
  });

  it('does not remember a failure', async () => {
    const { stage, context } = await contextOn(id);
    await stage.knex.schema.renameTable('directory_entities', 'elsewhere');
    await expect(context.named(REF)).rejects.toThrow();

    await stage.knex.schema.renameTable('elsewhere', 'directory_entities');
    expect((await context.named(REF)).title).toBe('Payments API');
  });
});
