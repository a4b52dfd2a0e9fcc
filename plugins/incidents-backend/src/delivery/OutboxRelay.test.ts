import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { ChannelNotInstalledError, ComeAgainError } from './DeliveryChannel';
import { at, entryOf, NADIA, NOW, OMAR } from './__testUtils__/entries';
import { OutboxStage } from './__testUtils__/OutboxStage';
import { Receiver } from './__testUtils__/Receiver';
import { relayOver } from './__testUtils__/relayOver';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const entry = entryOf('page');

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let outbox: OutboxStage;
  beforeEach(async () => {
    outbox = new OutboxStage(await databases.init(databaseId));
  });

  it('finds the words when it sends, and sends each message once', async () => {
    const { relay, sent, attempts } = relayOver(outbox.knex);
    await outbox.enqueue(
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
    expect(await outbox.rows()).toMatchObject([
      { state: 'sent', attempts: 1, lease_owner: null },
      { state: 'sent' },
    ]);
    expect(attempts()).toEqual({ sent: 2 });
  });

  it('tries again later, and later still, until the receiver is back', async () => {
    const { relay, sent, fail } = relayOver(outbox.knex);
    fail(new Error('503 from the receiver'));
    await outbox.enqueue(entry('1:routed'));

    await relay.tick(NOW);
    expect(await outbox.rows()).toMatchObject([
      { state: 'pending', attempts: 1, last_error: '503 from the receiver' },
    ]);
    await relay.tick(at(0.9));
    expect(await outbox.rows()).toMatchObject([{ attempts: 1 }]);
    await relay.tick(at(1.5));
    expect(await outbox.rows()).toMatchObject([{ attempts: 2 }]);
    await relay.tick(at(1.5 + 2.9));
    expect(await outbox.rows()).toMatchObject([{ attempts: 2 }]);

    fail(undefined);
    await relay.tick(at(1.5 + 4.5));
    expect(sent).toHaveLength(1);
    expect(await outbox.rows()).toMatchObject([{ state: 'sent', attempts: 3 }]);
  });

  it('waits as long as a receiver says', async () => {
    const { relay, sent, fail } = relayOver(outbox.knex);
    fail(new ComeAgainError('429 from the receiver', 120_000));
    await outbox.enqueue(entry('1:routed'));

    await relay.tick(NOW);
    fail(undefined);
    await relay.tick(at(119));
    expect(sent).toEqual([]);
    expect(await outbox.rows()).toMatchObject([
      { state: 'pending', attempts: 1, last_error: '429 from the receiver' },
    ]);
    await relay.tick(at(120));
    expect(sent).toHaveLength(1);
  });

  it('gives up after the last attempt, visibly, and sends again on demand', async () => {
    const { relay, sent, fail, attempts, logger } = relayOver(outbox.knex, {
      attempts: 3,
    });
    fail(new Error('gone'));
    await outbox.enqueue(entry('1:routed'));

    for (const seconds of [0, 10, 20, 30]) {
      await relay.tick(at(seconds));
    }
    expect(attempts()).toEqual({ pending: 2, dead: 1 });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Gave up message incident|inc-a|1:routed'),
      expect.any(Error),
    );
    const [dead] = await outbox.records.deadLetters(outbox.knex, 10);
    expect(dead).toMatchObject({
      attempts: 3,
      error: 'gone',
      gaveUpAt: at(20),
    });

    fail(undefined);
    await outbox.records.resend(outbox.knex, [dead.id], at(40));
    await relay.tick(at(40));
    expect(sent).toHaveLength(1);
  });

  it('is not held up by one recipient whose receiver fails', async () => {
    const { relay, sent } = relayOver(outbox.knex);
    relay.registerChannel({
      id: 'notifications',
      async deliver(delivery) {
        if (delivery.recipientRef === NADIA.ref) {
          throw new Error('mailbox full');
        }
        sent.push({ channel: 'notifications', ...delivery });
      },
    });
    await outbox.enqueue(
      entry('1:routed'),
      entry('1:routed', { recipient: OMAR }),
    );

    await relay.tick(NOW);

    expect(sent).toMatchObject([{ recipientRef: OMAR.ref }]);
    expect(await outbox.rows()).toMatchObject([
      { state: 'pending' },
      { state: 'sent' },
    ]);
  });

  it('drops what has nothing to say any more', async () => {
    const { relay, sent } = relayOver(outbox.knex);
    relay.registerRenderer('incident', { render: async () => undefined });
    await outbox.enqueue(entry('1:routed'));

    await relay.tick(NOW);

    expect(sent).toHaveLength(0);
    expect(await outbox.rows()).toMatchObject([{ state: 'superseded' }]);
  });

  it('skips what nobody can receive, without a dead letter', async () => {
    const { relay, fail } = relayOver(outbox.knex);
    fail(new ChannelNotInstalledError('The plugin is not installed'));
    await outbox.enqueue(entry('1:routed'));

    await relay.tick(NOW);

    expect(await outbox.rows()).toMatchObject([
      { state: 'skipped', last_error: 'The plugin is not installed' },
    ]);
    expect(await outbox.records.deadLetters(outbox.knex, 10)).toEqual([]);
  });

  it('keeps what it has no words or no channel for, with the reason', async () => {
    const { relay } = relayOver(outbox.knex);
    await outbox.enqueue(
      entry('1:routed', { channel: 'pigeon' }),
      entry('2:swapped', { subjectKind: 'schedule' }),
    );

    await relay.tick(NOW);

    expect(await outbox.rows()).toMatchObject([
      { state: 'pending', last_error: 'Nothing here sends by pigeon' },
      { state: 'pending', last_error: 'Nothing here has words for schedule' },
    ]);
  });

  it('does not wait for ever for an answer', async () => {
    const { relay } = relayOver(outbox.knex, { attemptLimitMs: 1 });
    relay.registerChannel(new Receiver());
    await outbox.enqueue(entry('1:routed'));

    await relay.tick(NOW);

    expect(await outbox.rows()).toMatchObject([
      { state: 'pending', last_error: 'No answer within 1 ms' },
    ]);
  });

  it('sends by itself once it is started, finishes what it began, and then no more', async () => {
    const receiver = new Receiver();
    const { relay } = relayOver(outbox.knex);
    relay.registerChannel(receiver);
    await outbox.enqueue(entry('1:routed'));

    relay.start();
    await receiver.has(1);
    const stopped = jest.fn();
    const stopping = relay.stop().then(stopped);
    expect(await outbox.rows()).toMatchObject([{ state: 'sending' }]);
    expect(stopped).not.toHaveBeenCalled();
    receiver.open[0].answer();
    await stopping;
    await outbox.enqueue(entry('2:routed', { recipient: OMAR }));
    relay.hint();
    relay.start();
    await relay.stop();

    expect(await outbox.rows()).toMatchObject([
      { cause: '1:routed', state: 'sent' },
      { cause: '2:routed', state: 'pending' },
    ]);
  });

  it('reports how old the oldest message is and how many were given up', async () => {
    const { relay, observe, fail } = relayOver(outbox.knex, { attempts: 1 });
    expect(await observe('incidents.outbox.age', at(90))).toBe(0);
    await outbox.enqueue(entry('1:routed'));
    expect(await observe('incidents.outbox.age', at(90))).toBe(90);

    fail(new Error('gone'));
    await relay.tick(NOW);

    expect(await observe('incidents.outbox.age', at(90))).toBe(0);
    expect(await observe('incidents.outbox.dead', at(90))).toBe(1);
  });
});
