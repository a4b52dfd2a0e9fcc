import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import type { EntitySketch } from '../catalog/__testUtils__/entitiesOf';
import { RoutingService } from './RoutingService';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
type DatabaseId = Parameters<typeof databases.init>[0];

const PAYMENTS_API = 'component:default/payments-api';
const company: EntitySketch[] = [
  { ref: 'group:commerce', title: 'Commerce' },
  { ref: 'group:payments', title: 'Payments', parent: 'group:commerce' },
  { ref: 'group:finance', title: 'Finance', parent: 'group:commerce' },
  { ref: 'group:operations', title: 'Operations' },
  { ref: 'group:empty', title: 'Empty' },
  { ref: 'user:nadia', displayName: 'Nadia', memberOf: ['group:payments'] },
  { ref: 'user:mei', displayName: 'Mei', memberOf: ['group:finance'] },
  { ref: 'user:omar', displayName: 'Omar', memberOf: ['group:operations'] },
  {
    ref: PAYMENTS_API,
    title: 'Payments API',
    lifecycle: 'production',
    tier: '1',
    owner: 'group:payments',
  },
  {
    ref: 'component:checkout',
    lifecycle: 'production',
    dependsOn: [PAYMENTS_API],
  },
  { ref: 'component:loyalty', owner: 'group:dissolved' },
];

async function serviceOn(id: DatabaseId, sketches = company) {
  const stage = await DirectoryStage.open(await databases.init(id), sketches);
  const routing = new RoutingService({
    knex: stage.knex,
    directory: stage.directory,
    policy: { maxPeople: 20, lastResortGroup: 'group:default/operations' },
  });
  return { stage, routing };
}

describe.each(databases.eachSupportedId())('RoutingService on %s', id => {
  it('leads from an entity to its owner and people, with the reasons', async () => {
    const { routing } = await serviceOn(id);

    expect(await routing.route(PAYMENTS_API)).toEqual({
      entity: {
        ref: PAYMENTS_API,
        uid: 'uid-of-payments-api',
        title: 'Payments API',
        ownerRef: 'group:default/payments',
      },
      owner: {
        ref: 'group:default/payments',
        uid: 'uid-of-payments',
        title: 'Payments',
      },
      people: [{ ref: 'user:default/nadia', name: 'Nadia' }],
      steps: [
        {
          step: 'owned-by',
          entityRef: PAYMENTS_API,
          ownerRef: 'group:default/payments',
        },
        { step: 'members', groupRef: 'group:default/payments', count: 1 },
      ],
    });
  });

  it('follows a change of owner within a minute', async () => {
    const { stage, routing } = await serviceOn(id);
    await routing.route(PAYMENTS_API);
    stage.has(
      company.map(sketch =>
        sketch.ref === PAYMENTS_API
          ? { ...sketch, owner: 'group:finance' }
          : sketch,
      ),
    );
    stage.pass({ seconds: 61 });

    expect((await routing.route(PAYMENTS_API)).owner?.title).toBe('Finance');
  });

  it('routes by what is stored while the catalog is down', async () => {
    const { stage, routing } = await serviceOn(id);
    const before = await routing.route(PAYMENTS_API);
    stage.isDown();
    stage.pass({ minutes: 30 });

    expect(await routing.route(PAYMENTS_API)).toEqual(before);
  });

  it('says that the catalog is down where nothing is stored', async () => {
    const { stage, routing } = await serviceOn(id);
    await stage.directory.readThrough.freshen([
      'group:default/operations',
      'user:default/omar',
    ]);
    stage.isDown();

    expect(await routing.route(PAYMENTS_API)).toEqual({
      unrouted: 'catalog-unavailable',
      owner: expect.objectContaining({ ref: 'group:default/operations' }),
      people: [{ ref: 'user:default/omar', name: 'Omar' }],
      steps: [
        { step: 'catalog-unavailable' },
        { step: 'last-resort', groupRef: 'group:default/operations' },
        { step: 'members', groupRef: 'group:default/operations', count: 1 },
      ],
    });
  });

  it('does not say for good that an owner is missing while the catalog is down', async () => {
    const { stage, routing } = await serviceOn(id);
    await stage.directory.readThrough.freshen([PAYMENTS_API]);
    stage.isDown();
    stage.pass({ minutes: 2 });

    const { unrouted, entity } = await routing.route(PAYMENTS_API);

    expect(unrouted).toBe('catalog-unavailable');
    expect(entity?.title).toBe('Payments API');
  });

  it('goes to the last resort where the owner is not in the catalog', async () => {
    const { routing } = await serviceOn(id);

    const { owner, unrouted, steps } = await routing.route(
      'component:default/loyalty',
    );

    expect(unrouted).toBeUndefined();
    expect(owner?.title).toBe('Operations');
    expect(steps.map(({ step }) => step)).toEqual([
      'owned-by',
      'group-missing',
      'last-resort',
      'members',
    ]);
  });

  it('passes on to a group, and knows no group that is not there', async () => {
    const { stage, routing } = await serviceOn(id);

    expect(await routing.passOn('group:default/finance')).toMatchObject({
      owner: { title: 'Finance' },
      people: [{ name: 'Mei' }],
    });
    expect(await routing.passOn('group:default/nobody')).toBeUndefined();

    stage.isDown();
    stage.pass({ minutes: 2 });
    await expect(routing.passOn('group:default/other')).rejects.toThrow(
      'The catalog does not answer',
    );
    expect(await routing.passOn('group:default/finance')).toMatchObject({
      people: [{ name: 'Mei' }],
    });
  });

  it('passes on past a group that has nobody', async () => {
    const { routing } = await serviceOn(id);

    expect(await routing.passOn('group:default/empty')).toMatchObject({
      owner: { title: 'Operations' },
      people: [{ name: 'Omar' }],
    });
  });

  it('sends what has no entity to the last resort, still unrouted', async () => {
    const { routing } = await serviceOn(id);

    expect(await routing.withoutEntity('several-match')).toMatchObject({
      unrouted: 'several-match',
      owner: { title: 'Operations' },
      people: [{ name: 'Omar' }],
    });
    expect(
      (await routing.withoutEntity('catalog-unavailable')).steps[0],
    ).toEqual({ step: 'catalog-unavailable' });
  });

  it('reads for the card what is stored, without asking', async () => {
    const { stage, routing } = await serviceOn(id);
    await stage.directory.refresh.run();
    const asked = stage.questions;
    stage.pass({ minutes: 30 });

    expect((await routing.routesAsStored([PAYMENTS_API]))[0]).toMatchObject({
      owner: { title: 'Payments' },
    });
    expect(stage.questions).toBe(asked);
  });

  it('suggests an impact by what the catalog says', async () => {
    const { stage, routing } = await serviceOn(id);
    await stage.directory.refresh.run();

    expect(await routing.suggest(PAYMENTS_API)).toEqual({
      impact: 'high',
      urgency: 'medium',
      because: [
        { fact: 'tier', tier: '1' },
        { fact: 'dependants', count: 1 },
        { fact: 'lifecycle', lifecycle: 'production' },
      ],
    });
    expect((await routing.suggest(undefined)).because).toEqual([
      { fact: 'unknown-entity' },
    ]);
    expect((await routing.suggest('component:x/y')).because).toEqual([
      { fact: 'unknown-entity' },
    ]);
  });

  it('writes affected entities down as they are', async () => {
    const { routing } = await serviceOn(id);

    const snapshots = await routing.snapshots([
      'component:default/checkout',
      'component:default/none',
    ]);

    expect([...snapshots.keys()]).toEqual(['component:default/checkout']);
  });
});
