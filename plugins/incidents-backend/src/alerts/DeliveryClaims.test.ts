import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import type { Knex } from 'knex';
import { DeliveryClaims } from './DeliveryClaims';
import { DeliveryStore } from './DeliveryStore';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const NOW = '2026-11-21T10:00:00.000Z';
const deliveries = new DeliveryStore();
const claims = new DeliveryClaims();

function seconds(n: number): string {
  return new Date(Date.parse(NOW) + n * 1_000).toISOString();
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function open(...sizes: number[]): Promise<Knex> {
    const knex = await databases.init(databaseId);
    await deliveries.keep(
      knex,
      sizes.map((size, n) => ({
        id: `m${n}`,
        source: 'alertmanager',
        receivedAt: NOW,
        headers: {},
        body: 'x'.repeat(size),
      })),
    );
    return knex;
  }

  const claim = async (
    knex: Knex,
    owner: string,
    now = NOW,
    bounds = { most: 10, largest: 1_000 },
  ) => {
    const until = new Date(Date.parse(now) + 2_000).toISOString();
    const claimed = await claims.claim(knex, { owner, now, until }, bounds);
    return claimed.map(({ id }) => id);
  };

  it('hands each message to one worker, in the order of arrival', async () => {
    const knex = await open(1, 1, 1);
    const two = { most: 2, largest: 1_000 };
    expect(await claim(knex, 'a', NOW, two)).toEqual(['m0', 'm1']);
    expect(await claim(knex, 'b', NOW, two)).toEqual(['m2']);
    expect(await claim(knex, 'b')).toEqual([]);
  });

  it('hands out no more than memory can bear, but always one', async () => {
    const knex = await open(60, 60, 200, 1);
    const bounds = { most: 10, largest: 130 };
    expect(await claim(knex, 'a', NOW, bounds)).toEqual(['m0', 'm1']);
    expect(await claim(knex, 'a', NOW, bounds)).toEqual(['m2']);
    expect(await claim(knex, 'a', NOW, bounds)).toEqual(['m3']);
  });

  it('takes back what a worker does not renew', async () => {
    const knex = await open(1, 1);
    await claim(knex, 'a');
    await claims.renew(knex, 'a', ['m0'], seconds(4));
    expect(await claim(knex, 'b', seconds(3))).toEqual(['m1']);
    expect(await claim(knex, 'b', seconds(4))).toEqual(['m0']);

    const lock = (owner: string) =>
      knex.transaction(tx => claims.lockClaimed(tx, owner, ['m0', 'm1']));
    expect(await lock('a')).toEqual(new Set());
    expect(await lock('b')).toEqual(new Set(['m0', 'm1']));
  });

  it('says when a message can be taken over or tried again, so that nobody looks too late', async () => {
    const knex = await open(1, 1, 1);
    expect(await claims.nextAfter(knex, NOW)).toBeUndefined();

    await claim(knex, 'a');
    await claims.postpone(knex, 'a', 'm0', seconds(1), 'not now');
    await claims.fail(knex, 'a', 'm2', 'no use');
    expect(await claims.nextAfter(knex, NOW)).toBe(seconds(1));
    expect(await claims.nextAfter(knex, seconds(1))).toBe(seconds(2));
    expect(await claims.nextAfter(knex, seconds(2))).toBeUndefined();
  });

  it('lets nobody but the worker settle a message', async () => {
    const knex = await open(1);
    await claim(knex, 'a');
    await claims.fail(knex, 'b', 'm0', 'lost it meanwhile');
    await claims.postpone(knex, 'b', 'm0', seconds(9), 'lost it');
    expect(await deliveries.state(knex, 'm0')).toEqual({
      id: 'm0',
      status: 'pending',
      receivedAt: NOW,
    });

    await claims.fail(knex, 'a', 'm0', 'no use');
    expect(await deliveries.state(knex, 'm0')).toEqual({
      id: 'm0',
      status: 'failed',
      receivedAt: NOW,
      error: 'no use',
    });
  });
});

it('gives each message to one worker when many claim at the same time', async () => {
  const knex = await databases.init('POSTGRES_18');
  await deliveries.keep(
    knex,
    Array.from({ length: 60 }, (_, n) => ({
      id: `m${n}`,
      source: 'alertmanager',
      receivedAt: NOW,
      headers: {},
      body: 'x',
    })),
  );

  const claimed = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      claims.claim(
        knex,
        { owner: `worker-${n}`, now: NOW, until: seconds(2) },
        { most: 1 + (n % 3), largest: 2 },
      ),
    ),
  );

  const ids = claimed.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.max(...claimed.map(({ length }) => length))).toBe(2);
  expect(
    await knex('alert_deliveries').whereNotNull('lease_owner'),
  ).toHaveLength(ids.length);
});
