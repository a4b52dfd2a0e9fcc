import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import { EntityContextBuilder } from './EntityContext';
import { EntityContexts } from './EntityContexts';
import { RoutingService } from './RoutingService';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const REF = 'component:default/payments-api';
const DATABASE = 'resource:default/payments-db';

const payments = [
  { ref: 'group:payments', title: 'Payments' },
  { ref: 'user:nadia', title: 'Nadia', memberOf: ['group:payments'] },
];
const api = {
  ref: REF,
  title: 'Payments API',
  owner: 'group:payments',
  dependsOn: ['resource:payments-db'],
};

async function contextsOn(id: Parameters<typeof databases.init>[0]) {
  const stage = await DirectoryStage.open(await databases.init(id), [
    api,
    { ref: 'resource:payments-db' },
    ...payments,
  ]);
  const { knex, directory } = stage;
  const routing = new RoutingService({
    knex,
    directory,
    policy: { maxPeople: 20 },
  });
  const inAProcess = () =>
    new EntityContexts({
      knex,
      directory,
      builder: new EntityContextBuilder({ knex, directory, routing }),
      now: stage.now,
    });
  const contexts = inAProcess();
  directory.refresh.onRead(() => contexts.rebuild());
  await directory.refresh.run();
  return { stage, contexts, another: inAProcess() };
}

describe.each(databases.eachSupportedId())('EntityContexts on %s', id => {
  it('tells title, dependencies and owner by one look, without asking the catalog', async () => {
    const { stage, contexts } = await contextsOn(id);
    const asked = stage.questions;

    const statements = await stage.statementsOf(async () => {
      expect(await contexts.of(REF)).toEqual({
        entity: { ref: REF, title: 'Payments API' },
        dependencies: [{ ref: DATABASE, title: 'payments-db' }],
        owner: { ref: 'group:default/payments', title: 'Payments' },
        unrouted: null,
        told: [{ ref: 'user:default/nadia', title: 'Nadia' }],
        toldCount: 1,
      });
    });

    expect(statements).toBe(1);
    expect(stage.questions).toBe(asked);
  });

  it('follows the catalog with each reading', async () => {
    const { stage, contexts } = await contextsOn(id);

    stage.pass({ minutes: 5 });
    stage.has([
      { ...api, title: 'Renamed', dependsOn: [] },
      ...payments,
      { ref: 'user:ravi', title: 'Ravi', memberOf: ['group:payments'] },
    ]);
    await stage.directory.refresh.run();

    expect(await contexts.of(REF)).toMatchObject({
      entity: { title: 'Renamed' },
      dependencies: [],
      toldCount: 2,
    });
    expect(
      await stage.knex('entity_contexts').where({ entity_ref: DATABASE }),
    ).toEqual([]);
  });

  it('looks once in a while, however often it is asked', async () => {
    const { stage, contexts } = await contextsOn(id);
    await contexts.of(REF);

    expect(await stage.statementsOf(() => contexts.of(REF))).toBe(0);
    stage.pass({ seconds: 10 });
    expect(await stage.statementsOf(() => contexts.of(REF))).toBe(1);
  });

  it('tells soon what another process has read', async () => {
    const { stage, another } = await contextsOn(id);
    await another.of(REF);

    stage.has([{ ...api, title: 'Renamed' }, ...payments]);
    await stage.directory.refresh.run();
    stage.pass({ seconds: 10 });

    expect(await another.of(REF)).toMatchObject({
      entity: { title: 'Renamed' },
    });
  });

  it('takes what the directory has where no reading has come yet', async () => {
    const { stage, contexts } = await contextsOn(id);
    await stage.knex('entity_contexts').delete();

    expect(await contexts.of(REF)).toMatchObject({
      owner: { title: 'Payments' },
    });
  });

  it('calls by its name what the directory has never seen', async () => {
    const { contexts } = await contextsOn(id);

    expect(await contexts.of('component:shop/unheard-of')).toEqual({
      entity: { ref: 'component:shop/unheard-of', title: 'unheard-of' },
      dependencies: [],
      owner: null,
      unrouted: 'no-entity',
      told: [],
      toldCount: 0,
    });
  });
});
