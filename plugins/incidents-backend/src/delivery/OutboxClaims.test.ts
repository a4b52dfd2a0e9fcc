import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { at, entryOf, NADIA, NOW, OMAR } from './__testUtils__/entries';
import { OutboxStage } from './__testUtils__/OutboxStage';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const entry = entryOf('news');

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let outbox: OutboxStage;
  beforeEach(async () => {
    outbox = new OutboxStage(await databases.init(databaseId));
  });

  it('takes one message at a time of a subject and recipient, the first first', async () => {
    await outbox.enqueue(
      entry('1:routed', { kind: 'page' }),
      entry('2:clock-fired', { kind: 'page' }),
      entry('1:routed', { kind: 'page', recipient: OMAR }),
      entry('1:routed', { kind: 'page', subjectId: 'inc-b' }),
    );

    const first = await outbox.claimAll(NOW);
    expect(first).toMatchObject([
      { cause: '1:routed', recipient: NADIA, subjectId: 'inc-a' },
      { cause: '1:routed', recipient: OMAR },
      { cause: '1:routed', recipient: NADIA, subjectId: 'inc-b' },
    ]);
    await outbox.arrive(first[0]);
    expect(await outbox.claimAll(NOW)).toMatchObject([
      { cause: '2:clock-fired' },
    ]);
  });

  it('takes a message over when its relay died, and not before', async () => {
    await outbox.enqueue(entry('1:routed'));
    const lost = (await outbox.claim(NOW, 'died'))!;

    expect(await outbox.claim(at(1.9), 'other')).toBeUndefined();
    expect(await outbox.claim(at(2), 'other')).toMatchObject({
      key: lost.key,
      attempts: 2,
    });
  });

  it('takes over first of all, however much waits', async () => {
    await outbox.enqueue(entry('1:routed'));
    const lost = (await outbox.claim(NOW, 'died'))!;
    await outbox.enqueue(
      ...['inc-b', 'inc-c', 'inc-d'].map(subjectId =>
        entry('1:routed', { subjectId }),
      ),
    );

    expect(await outbox.claimSome(at(2), { most: 2 })).toMatchObject([
      { key: lost.key, attempts: 2 },
      { subjectId: 'inc-b', attempts: 1 },
    ]);
  });

  it('leaves a message to the relay that renews its lease', async () => {
    await outbox.enqueue(entry('1:routed'));
    const held = (await outbox.claim(NOW, 'slow'))!;
    await outbox.claims.renew(outbox.knex, [held.id], {
      owner: 'slow',
      until: at(4),
    });
    await outbox.claims.renew(outbox.knex, [held.id], {
      owner: 'thief',
      until: at(9),
    });

    expect(await outbox.claim(at(3), 'other')).toBeUndefined();
    expect(await outbox.claim(at(4), 'other')).toBeDefined();
  });

  it('never takes what the same relay is still busy with', async () => {
    await outbox.enqueue(entry('1:routed'));
    const held = (await outbox.claim(NOW))!;

    expect(await outbox.claim(at(60), 'relay', [held.id])).toBeUndefined();
  });

  it('listens to nobody who has lost the lease', async () => {
    await outbox.enqueue(entry('1:routed'));
    const message = (await outbox.claim(NOW, 'slow'))!;
    await outbox.claim(at(2), 'other');

    await outbox.arrive(message, 'slow');
    expect(await outbox.states()).toEqual({ '1:routed': 'sending' });
    await outbox.arrive(message, 'other');
    expect(await outbox.states()).toEqual({ '1:routed': 'sent' });
  });

  it('says when to look again', async () => {
    expect(await outbox.claims.nextAfter(outbox.knex, NOW)).toBeUndefined();
    await outbox.enqueue(
      entry('1:routed'),
      entry('1:routed', { recipient: OMAR }),
    );
    await outbox.fail((await outbox.claim(NOW))!, at(9));
    await outbox.claim(NOW);

    expect(await outbox.claims.nextAfter(outbox.knex, NOW)).toBe(at(2));
    expect(await outbox.claims.nextAfter(outbox.knex, at(2))).toBe(at(9));
  });

  it('has a second in flight refused by the database', async () => {
    await outbox.enqueue(
      entry('1:routed', { kind: 'page' }),
      entry('2:routed', { kind: 'page' }),
    );

    await expect(
      outbox.knex('outbox').update({ state: 'sending' }),
    ).rejects.toThrow(/unique/i);
  });
});

it('gives each message to one relay only when many claim at the same time', async () => {
  const outbox = new OutboxStage(await databases.init('POSTGRES_18'));
  await outbox.enqueue(
    ...Array.from({ length: 60 }, (_, n) =>
      entry(`${n}:routed`, { kind: 'page', subjectId: `inc-${n % 20}` }),
    ),
  );

  const claimed = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      outbox.claimSome(NOW, { owner: `relay-${n}`, most: 1 + (n % 5) }),
    ),
  );

  const taken = claimed.flat();
  expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
  expect(new Set(taken.map(({ subjectId }) => subjectId)).size).toBe(
    taken.length,
  );
  expect(taken).toHaveLength(20);
});

it('settles what has arrived together, also what somebody withdraws at that moment', async () => {
  const outbox = new OutboxStage(await databases.init('POSTGRES_18'));
  await outbox.enqueue(
    ...['inc-a', 'inc-b', 'inc-c'].map(subjectId =>
      entry('1:routed', { kind: 'page', subjectId }),
    ),
  );
  const claimed = await outbox.claimSome(NOW, { most: 8 });
  const acknowledge = await outbox.knex.transaction();
  await outbox.store.cancelPages(acknowledge, 'incident', ['inc-b']);

  const settling = outbox.claims.arrived(
    outbox.knex,
    claimed.map(({ id }) => id),
    'relay',
    NOW,
  );
  await acknowledge.commit();
  await settling;

  expect(await outbox.knex('outbox').pluck('state')).toEqual([
    'sent',
    'sent',
    'sent',
  ]);
});
