import { mockServices } from '@backstage/backend-test-utils';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Knex } from 'knex';
import {
  ChannelNotInstalledError,
  ComeAgainError,
  type Delivery,
  type OutboxRenderer,
} from './DeliveryChannel';
import type { OutboxEntry } from './outbox';
import { OutboxMetrics } from './OutboxMetrics';
import { OutboxRecords } from './OutboxRecords';
import { OutboxRelay } from './OutboxRelay';
import { OutboxClaims } from './OutboxClaims';
import { OutboxStore } from './OutboxStore';
import { IDLE } from './__testUtils__/idle';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const NOW = '2026-11-21T12:00:00.000Z';

const NADIA = { ref: 'user:default/nadia', name: 'Nadia' };
const OMAR = { ref: 'user:default/omar', name: 'Omar' };

function at(seconds: number): string {
  return new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
}

function entry(cause: string, over: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    subjectKind: 'incident',
    subjectId: 'inc-a',
    cause,
    kind: 'page',
    channel: 'notifications',
    recipient: NADIA,
    payload: {},
    ...over,
  };
}

const renderer: OutboxRenderer = {
  async render({ cause }) {
    return {
      topic: 'incidents',
      title: cause,
      severity: 'high',
      scope: 'incident:inc-a',
    };
  },
};

/** A receiver that answers when the test says so. */
class Receiver {
  readonly id = 'notifications';
  readonly open: { delivery: Delivery; answer(error?: Error): void }[] = [];
  readonly #waiting: (() => void)[] = [];

  deliver(delivery: Delivery): Promise<void> {
    return new Promise((resolve, reject) => {
      this.open.push({
        delivery,
        answer: error => {
          this.open.splice(
            this.open.findIndex(o => o.delivery === delivery),
            1,
          );
          if (error) {
            reject(error);
          } else {
            resolve();
          }
        },
      });
      this.#waiting.splice(0).forEach(tell => tell());
    });
  }

  /** Resolves when so many deliveries wait for their answer. */
  async has(count: number): Promise<void> {
    while (this.open.length < count) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let knex: Knex;
  const outbox = new OutboxStore();
  const records = new OutboxRecords();
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });

  const enqueue = (...entries: OutboxEntry[]) =>
    knex.transaction(tx => outbox.enqueue(tx, entries, NOW));
  const rows = () => knex('outbox').orderBy('id');

  it('finds the words when it sends, and sends each message once', async () => {
    const { relay, sent, attempts } = relayOver(knex);
    await enqueue(
      entry('1:routed'),
      entry('1:changed', {
        kind: 'event',
        channel: 'events',
        recipient: undefined,
      }),
    );

    await relay.tick(NOW);
    await relay.tick(at(3600));

    expect(sent).toEqual([
      {
        channel: 'notifications',
        key: 'incident|inc-a|1:routed|notifications|user:default/nadia',
        recipientRef: 'user:default/nadia',
        message: expect.objectContaining({ title: '1:routed' }),
      },
      {
        channel: 'events',
        key: 'incident|inc-a|1:changed|events|',
        message: expect.objectContaining({ title: '1:changed' }),
      },
    ]);
    expect(await rows()).toMatchObject([
      { state: 'sent', attempts: 1, lease_owner: null },
      { state: 'sent' },
    ]);
    expect(attempts()).toEqual({ sent: 2 });
  });

  it('tries again later, and later still, until the receiver is back', async () => {
    const { relay, sent, fail } = relayOver(knex);
    fail(new Error('503 from the receiver'));
    await enqueue(entry('1:routed'));

    await relay.tick(NOW);
    expect(await rows()).toMatchObject([
      { state: 'pending', attempts: 1, last_error: '503 from the receiver' },
    ]);
    await relay.tick(at(0.9));
    expect(await rows()).toMatchObject([{ attempts: 1 }]);
    await relay.tick(at(1.5));
    expect(await rows()).toMatchObject([{ attempts: 2 }]);
    await relay.tick(at(1.5 + 2.9));
    expect(await rows()).toMatchObject([{ attempts: 2 }]);

    fail(undefined);
    await relay.tick(at(1.5 + 4.5));
    expect(sent).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 3 }]);
  });

  it('waits as long as a receiver says', async () => {
    const { relay, sent, fail } = relayOver(knex);
    fail(new ComeAgainError('429 from the receiver', 120_000));
    await enqueue(entry('1:routed'));

    await relay.tick(NOW);
    fail(undefined);
    await relay.tick(at(119));
    expect(sent).toEqual([]);
    expect(await rows()).toMatchObject([
      { state: 'pending', attempts: 1, last_error: '429 from the receiver' },
    ]);
    await relay.tick(at(120));
    expect(sent).toHaveLength(1);
  });

  it('gives up after the last attempt, visibly, and sends again on demand', async () => {
    const { relay, sent, fail, attempts, logger } = relayOver(knex, {
      attempts: 3,
    });
    fail(new Error('gone'));
    await enqueue(entry('1:routed'));

    for (const seconds of [0, 10, 20, 30]) {
      await relay.tick(at(seconds));
    }
    expect(attempts()).toEqual({ pending: 2, dead: 1 });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Gave up message incident|inc-a|1:routed'),
      expect.any(Error),
    );
    const [dead] = await records.deadLetters(knex, 10);
    expect(dead).toMatchObject({
      attempts: 3,
      error: 'gone',
      gaveUpAt: at(20),
    });

    fail(undefined);
    await records.resend(knex, [dead.id], at(40));
    await relay.tick(at(40));
    expect(sent).toHaveLength(1);
  });

  it('sends again, under the same key, what a relay sent that died before writing it down', async () => {
    class DyingClaims extends OutboxClaims {
      override async arrived(): Promise<void> {
        throw new Error('killed');
      }
    }
    const died = relayOver(knex, { claims: new DyingClaims() });
    const survivor = relayOver(knex);
    await enqueue(entry('1:routed'));

    await died.relay.tick(NOW);
    await survivor.relay.tick(at(1.4));
    expect(survivor.sent).toHaveLength(0);
    await survivor.relay.tick(at(1.5));

    expect(survivor.sent.map(({ key }) => key)).toEqual(
      died.sent.map(({ key }) => key),
    );
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('holds on to a message as long as a slow receiver takes', async () => {
    const receiver = new Receiver();
    const slow = relayOver(knex);
    slow.relay.registerChannel(receiver);
    const other = relayOver(knex);
    await enqueue(entry('1:routed'));

    const sending = slow.relay.tick(NOW);
    await receiver.has(1);
    await slow.relay.renewLeases(at(1.2));
    await other.relay.tick(at(2.6));
    expect(other.sent).toHaveLength(0);

    receiver.open[0].answer();
    await sending;
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('has one message in flight for each subject and recipient, and eight in all', async () => {
    const receiver = new Receiver();
    const { relay } = relayOver(knex);
    relay.registerChannel(receiver);
    const people = Array.from({ length: 9 }, (_, n) => ({
      ref: `user:default/u${n}`,
      name: `U${n}`,
    }));
    await enqueue(
      entry('1:routed', { recipient: people[0] }),
      entry('2:clock-fired', { recipient: people[0] }),
      ...people.slice(1).map(recipient => entry('1:routed', { recipient })),
    );

    const sending = relay.tick(NOW);
    await receiver.has(8);
    expect(new Set(receiver.open.map(o => o.delivery.recipientRef)).size).toBe(
      8,
    );
    receiver.open.slice().forEach(o => o.answer());
    await receiver.has(2);
    expect(receiver.open.map(o => o.delivery.message)).toEqual([
      expect.objectContaining({ title: '2:clock-fired' }),
      expect.objectContaining({ title: '1:routed' }),
    ]);
    receiver.open.slice().forEach(o => o.answer());
    await sending;

    expect(await records.backlog(knex)).toEqual({ waiting: 0, dead: 0 });
  });

  it('has two in flight while its process has its hands full, of the eight that it takes, and eight again afterwards', async () => {
    const receiver = new Receiver();
    let share = 1;
    let taken = 0;
    let rests = 0;
    class CountingClaims extends OutboxClaims {
      override async claim(...args: Parameters<OutboxClaims['claim']>) {
        taken += 1;
        return super.claim(...args);
      }
    }
    const { relay } = relayOver(knex, {
      occupation: {
        share: () => share,
        rest: async () => {
          rests += 1;
        },
      },
      claims: new CountingClaims(),
    });
    relay.registerChannel(receiver);
    await enqueue(
      ...Array.from({ length: 11 }, (_, n) =>
        entry('1:routed', {
          recipient: { ref: `user:default/u${n}`, name: '' },
        }),
      ),
    );

    const sending = relay.tick(NOW);
    await receiver.has(2);
    expect(await knex('outbox').where({ state: 'sending' })).toHaveLength(8);
    expect(receiver.open).toHaveLength(2);
    receiver.open.slice().forEach(o => o.answer());
    await receiver.has(2);
    expect(receiver.open).toHaveLength(2);
    expect(taken).toBe(1);
    expect(rests).toBe(2);
    share = 0;
    receiver.open[0].answer();
    await receiver.has(5);
    receiver.open.slice().forEach(o => o.answer());
    await receiver.has(3);
    receiver.open.slice().forEach(o => o.answer());
    await sending;

    expect(await records.backlog(knex)).toEqual({ waiting: 0, dead: 0 });
  });

  it('lets go of what it took and could not begin to send, and sends none of it twice', async () => {
    const receiver = new Receiver();
    const slow = relayOver(knex, {
      occupation: { share: () => 1, rest: async () => {} },
    });
    slow.relay.registerChannel(receiver);
    const other = relayOver(knex);
    await enqueue(
      ...Array.from({ length: 4 }, (_, n) =>
        entry('1:routed', {
          recipient: { ref: `user:default/u${n}`, name: '' },
        }),
      ),
    );

    slow.relay.start();
    await receiver.has(2);
    slow.moveTo(at(1.6));
    await slow.relay.renewLeases(at(1.6));
    await other.relay.tick(at(1.6));
    receiver.open.slice().forEach(o => o.answer());
    await slow.relay.stop();

    expect(other.sent.map(({ recipientRef }) => recipientRef)).toEqual([
      'user:default/u2',
      'user:default/u3',
    ]);
    expect(await rows()).toMatchObject([
      { state: 'sent', attempts: 1 },
      { state: 'sent', attempts: 1 },
      { state: 'sent', attempts: 2 },
      { state: 'sent', attempts: 2 },
    ]);
    expect(receiver.open).toEqual([]);
  });

  it('is not held up by one recipient whose receiver fails', async () => {
    const { relay, sent } = relayOver(knex);
    relay.registerChannel({
      id: 'notifications',
      async deliver(delivery) {
        if (delivery.recipientRef === NADIA.ref) {
          throw new Error('mailbox full');
        }
        sent.push({ channel: 'notifications', ...delivery });
      },
    });
    await enqueue(entry('1:routed'), entry('1:routed', { recipient: OMAR }));

    await relay.tick(NOW);

    expect(sent).toMatchObject([{ recipientRef: OMAR.ref }]);
    expect(await rows()).toMatchObject([
      { state: 'pending' },
      { state: 'sent' },
    ]);
  });

  it('drops what has nothing to say any more', async () => {
    const { relay, sent } = relayOver(knex);
    relay.registerRenderer('incident', { render: async () => undefined });
    await enqueue(entry('1:routed'));

    await relay.tick(NOW);

    expect(sent).toHaveLength(0);
    expect(await rows()).toMatchObject([{ state: 'superseded' }]);
  });

  it('skips what nobody can receive, without a dead letter', async () => {
    const { relay, fail } = relayOver(knex);
    fail(new ChannelNotInstalledError('The plugin is not installed'));
    await enqueue(entry('1:routed'));

    await relay.tick(NOW);

    expect(await rows()).toMatchObject([
      { state: 'skipped', last_error: 'The plugin is not installed' },
    ]);
    expect(await records.deadLetters(knex, 10)).toEqual([]);
  });

  it('keeps what it has no words or no channel for, with the reason', async () => {
    const { relay } = relayOver(knex);
    await enqueue(
      entry('1:routed', { channel: 'pigeon' }),
      entry('2:swapped', { subjectKind: 'schedule' }),
    );

    await relay.tick(NOW);

    expect(await rows()).toMatchObject([
      { state: 'pending', last_error: 'Nothing here sends by pigeon' },
      { state: 'pending', last_error: 'Nothing here has words for schedule' },
    ]);
  });

  it('does not wait for ever for an answer', async () => {
    const { relay } = relayOver(knex, { attemptLimitMs: 1 });
    relay.registerChannel(new Receiver());
    await enqueue(entry('1:routed'));

    await relay.tick(NOW);

    expect(await rows()).toMatchObject([
      { state: 'pending', last_error: 'No answer within 1 ms' },
    ]);
  });

  it('sends by itself once it is started, finishes what it began, and then no more', async () => {
    const receiver = new Receiver();
    const { relay } = relayOver(knex);
    relay.registerChannel(receiver);
    await enqueue(entry('1:routed'));

    relay.start();
    await receiver.has(1);
    const stopped = jest.fn();
    const stopping = relay.stop().then(stopped);
    expect(await rows()).toMatchObject([{ state: 'sending' }]);
    expect(stopped).not.toHaveBeenCalled();
    receiver.open[0].answer();
    await stopping;
    await enqueue(entry('2:routed', { recipient: OMAR }));
    relay.hint();
    relay.start();
    await relay.stop();

    expect(await rows()).toMatchObject([
      { cause: '1:routed', state: 'sent' },
      { cause: '2:routed', state: 'pending' },
    ]);
  });

  it('reports how old the oldest message is and how many were given up', async () => {
    const { relay, observe, fail } = relayOver(knex, { attempts: 1 });
    expect(await observe('incidents.outbox.age', at(90))).toBe(0);
    await enqueue(entry('1:routed'));
    expect(await observe('incidents.outbox.age', at(90))).toBe(90);

    fail(new Error('gone'));
    await relay.tick(NOW);

    expect(await observe('incidents.outbox.age', at(90))).toBe(0);
    expect(await observe('incidents.outbox.dead', at(90))).toBe(1);
  });
});

it('sends each message once, however many relays there are, and never two to one recipient together', async () => {
  const knex = await databases.init('POSTGRES_18');
  const subjects = 10;
  await knex.transaction(tx =>
    new OutboxStore().enqueue(
      tx,
      Array.from({ length: 60 }, (_, n) =>
        entry(`${n}:routed`, { subjectId: `inc-${n % subjects}` }),
      ),
      NOW,
    ),
  );
  const keys: string[] = [];
  const together: string[] = [];
  const open = new Set<string>();
  const relays = [1, 2, 3].map(() => {
    const { relay } = relayOver(knex);
    relay.registerChannel({
      id: 'notifications',
      async deliver({ key }) {
        const subject = key.split('|')[1];
        if (open.has(subject)) {
          together.push(key);
        }
        open.add(subject);
        keys.push(key);
        await knex.raw('select 1');
        open.delete(subject);
      },
    });
    return relay;
  });

  while ((await new OutboxRecords().backlog(knex)).waiting > 0) {
    await Promise.all(relays.map(relay => relay.tick(NOW)));
  }

  expect(keys).toHaveLength(60);
  expect(new Set(keys).size).toBe(60);
  expect(together).toEqual([]);
});

function relayOver(
  knex: Knex,
  options: {
    claims?: OutboxClaims;
    occupation?: typeof IDLE;
    attempts?: number;
    attemptLimitMs?: number;
  } = {},
) {
  const logger = mockServices.logger.mock();
  const metrics = metricsServiceMock.mock();
  const clock = { now: NOW };
  const now = { now: () => clock.now };
  const relay = new OutboxRelay({
    knex,
    now,
    claims: new OutboxClaims(),
    occupation: IDLE,
    logger,
    metrics: new OutboxMetrics({
      metrics,
      knex,
      records: new OutboxRecords(),
      now,
    }),
    ...options,
  });
  const sent: (Delivery & { channel: string })[] = [];
  const receiver: { failure?: Error } = {};
  for (const channel of ['notifications', 'events']) {
    relay.registerChannel({
      id: channel,
      async deliver(delivery) {
        if (receiver.failure) {
          throw receiver.failure;
        }
        sent.push({ channel, ...delivery });
      },
    });
  }
  relay.registerRenderer('incident', renderer);

  /** How many attempts were counted, by outcome. */
  function attempts(): Record<string, number> {
    const counter = metrics.createCounter.mock.results[0].value;
    const counts: Record<string, number> = {};
    for (const [n, { outcome }] of jest.mocked(counter.add).mock.calls) {
      counts[outcome] = (counts[outcome] ?? 0) + n;
    }
    return counts;
  }

  /** The value that the portal's metrics would read from a gauge. */
  async function observe(name: string, instant: string): Promise<number> {
    clock.now = instant;
    const { calls, results } = metrics.createObservableGauge.mock;
    const gauge = results[calls.findIndex(call => call[0] === name)].value;
    const observed = jest.fn();
    await jest
      .mocked(gauge.addCallback)
      .mock.calls[0][0]({ observe: observed });
    return observed.mock.calls[0][0];
  }

  return {
    relay,
    sent,
    attempts,
    observe,
    logger,
    moveTo: (instant: string) => {
      clock.now = instant;
    },
    fail: (error: Error | undefined) => {
      receiver.failure = error;
    },
  };
}
