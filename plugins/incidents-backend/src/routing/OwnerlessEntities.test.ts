import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import type { RoutingPolicy } from '@linchpin/backstage-plugin-incidents-common';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import type { EntitySketch } from '../catalog/__testUtils__/entitiesOf';
import { OwnerlessEntities } from './OwnerlessEntities';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const catalog: EntitySketch[] = [
  { ref: 'group:finance', title: 'Finance' },
  { ref: 'group:archive', title: 'Archive', parent: 'group:finance' },
  { ref: 'user:mei', memberOf: ['group:finance'] },
  { ref: 'system:books', owner: 'group:finance' },
  { ref: 'component:ledger', owner: 'group:finance' },
  { ref: 'component:by-mei', owner: 'user:mei' },
  { ref: 'component:inherits', partOf: ['system:books'] },
  { ref: 'component:archive-api', owner: 'group:archive' },
  { ref: 'component:loyalty', owner: 'group:dissolved' },
  {
    ref: 'component:receipts',
    owner: 'group:dissolved',
    partOf: ['system:books'],
  },
  { ref: 'component:by-nobody', owner: 'user:left' },
  { ref: 'resource:edge-router' },
  { ref: 'resource:edge-switch' },
];

async function read(
  id: Parameters<typeof databases.init>[0],
  policy: RoutingPolicy,
  limit: number,
) {
  const { knex, directory } = await DirectoryStage.open(
    await databases.init(id),
    catalog,
  );
  await directory.refresh.run();
  return new OwnerlessEntities({ knex, directory, policy }).read(limit);
}

describe.each(databases.eachSupportedId())('OwnerlessEntities on %s', id => {
  it('tells what is wrong with each, and where it would go', async () => {
    const { totals, of, items } = await read(id, { maxPeople: 20 }, 20);

    expect(totals).toEqual({
      'no-owner': 2,
      'owner-empty': 1,
      'owner-not-in-catalog': 3,
    });
    expect(of).toBeGreaterThan(6);
    expect(
      items
        .map(({ entity, why, goesTo }) => [
          entity.title,
          why,
          goesTo?.title ?? null,
        ])
        .sort(),
    ).toEqual([
      ['archive-api', 'owner-empty', 'Finance'],
      ['by-nobody', 'owner-not-in-catalog', null],
      ['edge-router', 'no-owner', null],
      ['edge-switch', 'no-owner', null],
      ['loyalty', 'owner-not-in-catalog', null],
      ['receipts', 'owner-not-in-catalog', 'Finance'],
    ]);
  });

  it('names the last resort where there is one', async () => {
    const { items } = await read(
      id,
      { maxPeople: 20, lastResortGroup: 'group:default/finance' },
      20,
    );

    expect(new Set(items.map(({ goesTo }) => goesTo?.title))).toEqual(
      new Set(['Finance']),
    );
  });

  it('counts all and shows of each reason as many as asked for', async () => {
    const { totals, items } = await read(id, { maxPeople: 20 }, 1);

    expect(totals['owner-not-in-catalog']).toBe(3);
    expect(items.map(({ why }) => why).sort()).toEqual([
      'no-owner',
      'owner-empty',
      'owner-not-in-catalog',
    ]);
  });
});
