import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import type { Knex } from 'knex';
import type { OutboxEntry, OutboxMessage } from './outbox';
import { OutboxClaims } from './OutboxClaims';
import { OutboxRecords } from './OutboxRecords';
import { OutboxStore } from './OutboxStore';
import { at, entryOf, NADIA, NOW, OMAR } from './__testUtils__/entries';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const outbox = new OutboxStore();
const claims = new OutboxClaims();
const records = new OutboxRecords();

const entry = entryOf('news');

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });

  const enqueue = (...entries: OutboxEntry[]) =>
    knex.transaction(tx => outbox.enqueue(tx, entries, NOW));
  const cancelPages = () =>
    knex.transaction(tx => outbox.cancelPages(tx, 'incident', ['inc-a']));
  const claimSome = (
    now: string,
    { owner = 'relay', except = [] as string[], most = 10 },
  ) =>
    claims.claim(
      knex,
      { owner, until: new Date(Date.parse(now) + 2_000).toISOString() },
      { most, except },
      now,
    );
  const claim = async (
    now: string,
    owner = 'relay',
    except: string[] = [],
  ): Promise<OutboxMessage | undefined> =>
    (await claimSome(now, { owner, except, most: 1 }))[0];
  const claimAll = async (now: string) => {
    const claimed: OutboxMessage[] = [];
    for (let next = await claim(now); next; next = await claim(now)) {
      claimed.push(next);
    }
    return claimed;
  };
  const fail = (message: OutboxMessage, retryAt: string) =>
    claims.settle(knex, message.id, 'relay', {
      state: 'pending',
      error: 'unreachable',
      retryAt,
    });
  const giveUp = (message: OutboxMessage) =>
    claims.settle(knex, message.id, 'relay', {
      state: 'dead',
      error: 'unreachable',
      at: NOW,
    });
  const arrive = (message: OutboxMessage, owner = 'relay') =>
    claims.settle(knex, message.id, owner, { state: 'sent', at: NOW });
  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await knex('outbox').select('cause', 'state')).map(row => [
        row.cause,
        row.state,
      ]),
    );

  describe('writing', () => {
    it('writes the same telling once, and leaves what has become of it', async () => {
      await enqueue(entry('7:resolved'));
      await arrive((await claim(NOW))!);
      await enqueue(entry('7:resolved'));

      expect(await states()).toEqual({ '7:resolved': 'sent' });
    });

    it('gives back what was written', async () => {
      await enqueue(
        entry('7:routed', { kind: 'page', payload: { sequence: 7 } }),
      );
      await enqueue(
        entry('7:changed', {
          kind: 'event',
          channel: 'events',
          recipient: undefined,
        }),
      );

      expect(await claimAll(NOW)).toEqual([
        {
          ...entry('7:routed', { kind: 'page', payload: { sequence: 7 } }),
          id: expect.stringMatching(/^\d+$/),
          key: 'incident|inc-a|7:routed|notifications|user:default/nadia',
          attempts: 1,
        },
        expect.not.objectContaining({ recipient: expect.anything() }),
      ]);
    });

    it('takes many recipients at once', async () => {
      await enqueue(
        ...Array.from({ length: 450 }, (_, n) =>
          entry('7:update-posted', {
            recipient: { ref: `user:default/u${n}`, name: `U${n}` },
          }),
        ),
      );

      expect(await records.backlog(knex)).toMatchObject({ waiting: 450 });
    });
  });

  describe('news', () => {
    it('take the place of earlier news that have not arrived, given up or not', async () => {
      await enqueue(entry('1:update-posted'));
      await giveUp((await claim(NOW))!);
      await enqueue(entry('2:update-posted'));
      await enqueue(entry('3:update-posted'));

      expect(await states()).toEqual({
        '1:update-posted': 'superseded',
        '2:update-posted': 'superseded',
        '3:update-posted': 'pending',
      });
    });

    it('leave alone what arrived, what is for others, and what is no news', async () => {
      await enqueue(entry('1:update-posted'));
      await arrive((await claim(NOW))!);
      await enqueue(
        entry('2:update-posted', { recipient: OMAR }),
        entry('3:update-posted', { subjectId: 'inc-b' }),
        entry('4:update-posted', { channel: 'chat' }),
        entry('5:routed', { kind: 'page' }),
        entry('6:changed', { kind: 'event' }),
      );
      await enqueue(
        entry('7:update-posted'),
        entry('8:routed', { kind: 'page' }),
        entry('9:changed', { kind: 'event' }),
      );

      expect(new Set(Object.values(await states()))).toEqual(
        new Set(['sent', 'pending']),
      );
    });

    it('written together reach a recipient as one, the last', async () => {
      await enqueue(
        entry('1:update-posted'),
        entry('2:resolved'),
        entry('2:resolved', { recipient: OMAR }),
      );

      expect((await claimAll(NOW)).map(m => [m.cause, m.recipient])).toEqual([
        ['2:resolved', NADIA],
        ['2:resolved', OMAR],
      ]);
    });

    it('written once more do not take the place of newer ones', async () => {
      await enqueue(entry('1:update-posted'));
      await enqueue(entry('2:update-posted'));
      await enqueue(entry('1:update-posted'));

      expect(await states()).toEqual({
        '1:update-posted': 'superseded',
        '2:update-posted': 'pending',
      });
    });

    it('under way are not repeated when they fail after newer ones were written', async () => {
      await enqueue(entry('1:update-posted'));
      const older = (await claim(NOW))!;
      await enqueue(entry('2:update-posted'));

      expect(await claim(NOW)).toBeUndefined();
      await fail(older, NOW);

      expect(await claimAll(NOW)).toMatchObject([{ cause: '2:update-posted' }]);
      expect(await states()).toMatchObject({ '1:update-posted': 'superseded' });
    });
  });

  describe('an acknowledge', () => {
    it('takes back pages, and nothing else', async () => {
      await enqueue(
        entry('1:routed', { kind: 'page' }),
        entry('2:update-posted', { recipient: OMAR }),
        entry('3:routed', { kind: 'page', subjectId: 'inc-b' }),
      );

      await cancelPages();

      expect(await states()).toEqual({
        '1:routed': 'cancelled',
        '2:update-posted': 'pending',
        '3:routed': 'pending',
      });
    });

    it('leaves a page that is under way, and that it arrived is still written down', async () => {
      await enqueue(entry('1:routed', { kind: 'page' }));
      const page = (await claim(NOW))!;
      await cancelPages();
      await arrive(page);

      expect(await states()).toEqual({ '1:routed': 'sent' });
    });

    it('keeps a page under way from being repeated', async () => {
      await enqueue(entry('1:routed', { kind: 'page' }));
      const page = (await claim(NOW))!;
      await cancelPages();
      await fail(page, at(1));

      expect(await claim(at(60))).toBeUndefined();
      expect(await states()).toEqual({ '1:routed': 'cancelled' });
    });

    it('keeps a page from being taken over from a relay that died', async () => {
      await enqueue(
        entry('1:routed', { kind: 'page' }),
        entry('2:resolved', { kind: 'news' }),
      );
      await claim(NOW);
      await cancelPages();

      expect(await claim(at(2), 'other')).toMatchObject({
        cause: '2:resolved',
      });
      expect(await states()).toEqual({
        '1:routed': 'cancelled',
        '2:resolved': 'sending',
      });
    });
  });

  describe('claiming', () => {
    it('takes one message at a time of a subject and recipient, the first first', async () => {
      await enqueue(
        entry('1:routed', { kind: 'page' }),
        entry('2:clock-fired', { kind: 'page' }),
        entry('1:routed', { kind: 'page', recipient: OMAR }),
        entry('1:routed', { kind: 'page', subjectId: 'inc-b' }),
      );

      const first = await claimAll(NOW);
      expect(first).toMatchObject([
        { cause: '1:routed', recipient: NADIA, subjectId: 'inc-a' },
        { cause: '1:routed', recipient: OMAR },
        { cause: '1:routed', recipient: NADIA, subjectId: 'inc-b' },
      ]);
      await arrive(first[0]);
      expect(await claimAll(NOW)).toMatchObject([{ cause: '2:clock-fired' }]);
    });

    it('takes a message over when its relay died, and not before', async () => {
      await enqueue(entry('1:routed'));
      const lost = (await claim(NOW, 'died'))!;

      expect(await claim(at(1.9), 'other')).toBeUndefined();
      expect(await claim(at(2), 'other')).toMatchObject({
        key: lost.key,
        attempts: 2,
      });
    });

    it('takes over first of all, however much waits', async () => {
      await enqueue(entry('1:routed'));
      const lost = (await claim(NOW, 'died'))!;
      await enqueue(
        ...['inc-b', 'inc-c', 'inc-d'].map(subjectId =>
          entry('1:routed', { subjectId }),
        ),
      );

      expect(await claimSome(at(2), { most: 2 })).toMatchObject([
        { key: lost.key, attempts: 2 },
        { subjectId: 'inc-b', attempts: 1 },
      ]);
    });

    it('leaves a message to the relay that renews its lease', async () => {
      await enqueue(entry('1:routed'));
      const held = (await claim(NOW, 'slow'))!;
      await claims.renew(knex, [held.id], { owner: 'slow', until: at(4) });
      await claims.renew(knex, [held.id], { owner: 'thief', until: at(9) });

      expect(await claim(at(3), 'other')).toBeUndefined();
      expect(await claim(at(4), 'other')).toBeDefined();
    });

    it('never takes what the same relay is still busy with', async () => {
      await enqueue(entry('1:routed'));
      const held = (await claim(NOW))!;

      expect(await claim(at(60), 'relay', [held.id])).toBeUndefined();
    });

    it('listens to nobody who has lost the lease', async () => {
      await enqueue(entry('1:routed'));
      const message = (await claim(NOW, 'slow'))!;
      await claim(at(2), 'other');

      await arrive(message, 'slow');
      expect(await states()).toEqual({ '1:routed': 'sending' });
      await arrive(message, 'other');
      expect(await states()).toEqual({ '1:routed': 'sent' });
    });

    it('says when to look again', async () => {
      expect(await claims.nextAfter(knex, NOW)).toBeUndefined();
      await enqueue(entry('1:routed'), entry('1:routed', { recipient: OMAR }));
      await fail((await claim(NOW))!, at(9));
      await claim(NOW);

      expect(await claims.nextAfter(knex, NOW)).toBe(at(2));
      expect(await claims.nextAfter(knex, at(2))).toBe(at(9));
    });

    it('has a second in flight refused by the database', async () => {
      await enqueue(
        entry('1:routed', { kind: 'page' }),
        entry('2:routed', { kind: 'page' }),
      );

      await expect(knex('outbox').update({ state: 'sending' })).rejects.toThrow(
        /unique/i,
      );
    });
  });

  describe('what was given up', () => {
    it('is listed with its reason, counted, and sent again on demand', async () => {
      await enqueue(entry('1:routed', { kind: 'page' }));
      await enqueue(entry('2:routed', { kind: 'page', recipient: OMAR }));
      for (const message of await claimAll(NOW)) {
        await giveUp(message);
      }

      const dead = await records.deadLetters(knex, 10);
      expect(dead).toEqual([
        {
          id: dead[0].id,
          subjectKind: 'incident',
          subjectId: 'inc-a',
          kind: 'page',
          channel: 'notifications',
          recipient: OMAR,
          attempts: 1,
          error: 'unreachable',
          gaveUpAt: NOW,
        },
        expect.objectContaining({ recipient: NADIA }),
      ]);
      expect(await records.deadLetters(knex, 1)).toHaveLength(1);
      expect(await records.backlog(knex)).toEqual({ waiting: 0, dead: 2 });
      expect(await records.lastError(knex)).toBe('unreachable');

      expect(
        await records.resend(knex, [dead[0].id, '0', 'x; drop', ''], at(60)),
      ).toBe(1);
      expect(await claimAll(at(60))).toMatchObject([
        { recipient: OMAR, attempts: 1 },
      ]);
      expect(await records.deadLetters(knex, 10)).toHaveLength(1);
    });

    it('is nothing any more once all has arrived', async () => {
      await enqueue(entry('1:routed'));
      const message = (await claim(NOW))!;
      expect(await records.backlog(knex)).toEqual({
        waiting: 1,
        oldestCreatedAt: NOW,
        dead: 0,
      });
      await fail(message, NOW);
      await arrive((await claim(NOW))!);

      expect(await records.backlog(knex)).toEqual({ waiting: 0, dead: 0 });
      expect(await records.lastError(knex)).toBeUndefined();
      expect(await records.resend(knex, [message.id], NOW)).toBe(0);
    });
  });

  it('forgets what is over, bit by bit, and nothing that is not', async () => {
    await enqueue(entry('1:update-posted'));
    await enqueue(entry('2:update-posted'));
    await arrive((await claim(NOW))!);
    await enqueue(entry('3:routed', { kind: 'page' }));
    await giveUp((await claim(NOW))!);
    await enqueue(entry('4:update-posted'));

    expect(await records.prune(knex, NOW, 10)).toBe(0);
    expect(await records.prune(knex, at(1), 1)).toBe(1);
    expect(await records.prune(knex, at(1), 10)).toBe(1);
    expect(await states()).toEqual({
      '3:routed': 'dead',
      '4:update-posted': 'pending',
    });
  });
});

it('gives each message to one relay only when many claim at the same time', async () => {
  const knex = await databases.init('POSTGRES_18');
  await knex.transaction(tx =>
    outbox.enqueue(
      tx,
      Array.from({ length: 60 }, (_, n) =>
        entry(`${n}:routed`, { kind: 'page', subjectId: `inc-${n % 20}` }),
      ),
      NOW,
    ),
  );

  const claimed = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      claims.claim(
        knex,
        { owner: `relay-${n}`, until: at(2) },
        { most: 1 + (n % 5), except: [] },
        NOW,
      ),
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
  const knex = await databases.init('POSTGRES_18');
  await knex.transaction(tx =>
    outbox.enqueue(
      tx,
      ['inc-a', 'inc-b', 'inc-c'].map(subjectId =>
        entry('1:routed', { kind: 'page', subjectId }),
      ),
      NOW,
    ),
  );
  const lease = { owner: 'relay', until: at(2) };
  const claimed = await claims.claim(knex, lease, { most: 8, except: [] }, NOW);
  const acknowledge = await knex.transaction();
  await outbox.cancelPages(acknowledge, 'incident', ['inc-b']);

  const settling = claims.arrived(
    knex,
    claimed.map(({ id }) => id),
    'relay',
    NOW,
  );
  await acknowledge.commit();
  await settling;

  expect(await knex('outbox').pluck('state')).toEqual(['sent', 'sent', 'sent']);
});
