import {
  tookEffectAt,
  type ChangeEvent,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { ChangePruner } from './ChangePruner';
import { ChangeReader } from './ChangeReader';
import { ChangeStore } from './ChangeStore';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const API = 'component:default/payments-api';
const DB = 'resource:default/payments-db';
const BEGAN = '2026-11-21T10:00:00.000Z';
const minute = (n: number) =>
  new Date(Date.parse(BEGAN) + n * 60_000).toISOString();

function change(id: string, entityRef: string, at: number): ChangeEvent {
  return {
    id,
    kind: 'deployment',
    entityRef,
    title: `Change ${id}`,
    source: 'ci',
    sourceId: id,
    startedAt: minute(at - 3),
    finishedAt: minute(at),
  };
}

const incident = {
  affected: [{ entity: { ref: API, title: 'payments-api' } }],
  stamps: { impactStartedAt: BEGAN, declaredAt: minute(3) },
  status: 'fixing',
  statusSince: minute(5),
} as IncidentState;

describe.each(databases.eachSupportedId())('%s', id => {
  let knex: Knex;
  const store = new ChangeStore();

  beforeEach(async () => {
    knex = await databases.init(id);
  });

  const keep = (...changes: ChangeEvent[]) =>
    knex.transaction(tx =>
      store.keep(
        tx,
        changes.map(each => ({ change: each, receivedAt: minute(20) })),
      ),
    );

  const readerOf = () =>
    new ChangeReader({
      knex,
      store,
      catalog: {
        reader: {
          titlesOf: async () => new Map([[API, 'Payments API']]),
          // Of all that changed, the database is theirs.
          ownedBy: db =>
            db('change_events').where({ entity_ref: DB }).select('entity_ref'),
        },
        dependencies: {
          dependenciesOf: async () =>
            new Map([[API, [{ ref: DB, title: 'payments-db' }]]]),
        },
      },
      nearBefore: 120 * 60_000,
      now: { now: () => minute(20) },
    });

  const near = async () => {
    const changes = await readerOf().near(incident);
    return changes.map(each => [each.id, each.entity.title, each.when]);
  };

  it('shows what changed of what is affected and of what that depends on, in its time', async () => {
    await keep(
      change('long-before', API, -121),
      change('before', API, -50),
      change('nearest', DB, -12),
      change('elsewhere', 'component:default/seat-map', -1),
      change('after', API, 10),
      change('later', API, 30),
    );
    expect(await near()).toEqual([
      ['nearest', 'payments-db', 'before'],
      ['before', 'Payments API', 'before'],
      ['after', 'Payments API', 'after'],
    ]);
  });

  it('shows the nearest where there are many', async () => {
    const many = Array.from({ length: 70 }, (_, n) =>
      change(`n${n}`, API, n - 60),
    );
    await keep(...many);
    const ids = (await near()).map(([shown]) => shown);
    expect(ids).toHaveLength(34);
    // Three were being made when it began.
    expect(ids.slice(0, 5)).toEqual(['n61', 'n62', 'n63', 'n60', 'n59']);
    expect(ids.slice(-1)).toEqual(['n69']);
  });

  it('shows first what was being made when it began, however long that took and whatever came after', async () => {
    await keep(
      ...Array.from({ length: 30 }, (_, n) => change(`n${n}`, API, 4 + n / 2)),
      { ...change('long', API, 60), startedAt: minute(-5) },
    );
    const shown = await near();
    expect(shown[0]).toEqual(['long', 'Payments API', 'under-way']);
    expect(shown).toHaveLength(26);
  });

  it('keeps a change once, under the id that it got first', async () => {
    const first = change('first', API, -9);
    expect(await keep(first, { ...first, id: 'again' })).toEqual([
      'first',
      'first',
    ]);
    expect(
      await keep(
        { ...first, id: 'third', title: 'Another' },
        change('new', API, -1),
      ),
    ).toEqual(['first', 'new']);
    expect(await store.byId(knex, 'first')).toEqual(first);
    expect(await store.byId(knex, 'third')).toBeUndefined();
  });

  it('knows what was deployed of entities in a period, also where that failed', async () => {
    await keep(
      change('early', API, -61),
      change('first', API, -60),
      { ...change('failed', API, -30), outcome: 'failed' },
      { ...change('called-off', API, -20), outcome: 'cancelled' },
      { ...change('configured', API, -10), kind: 'configuration' },
      change('elsewhere', DB, -5),
      change('late', API, 0),
    );
    const period = { from: minute(-60), to: minute(0) };
    expect(await readerOf().deployments({ entityRefs: [API] }, period)).toEqual(
      [
        { id: 'first', at: minute(-60) },
        { id: 'failed', at: minute(-30) },
      ],
    );
    expect(
      await readerOf().deployments(
        { ownerRefs: ['group:default/payments'] },
        period,
      ),
    ).toEqual([{ id: 'elsewhere', at: minute(-5) }]);
  });

  it('forgets changes in time', async () => {
    await keep(change('old', API, -61), change('young', API, -60));
    const keepFor = 60 * 60_000;
    const pruner = new ChangePruner({ knex, store, keepFor });
    expect(await pruner.prune(BEGAN)).toBe(1);
    expect(tookEffectAt((await store.byId(knex, 'young'))!)).toBe(minute(-60));
    expect(await store.byId(knex, 'old')).toBeUndefined();
  });
});
