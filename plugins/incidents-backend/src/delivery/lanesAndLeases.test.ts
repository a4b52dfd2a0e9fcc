import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { OutboxClaims } from './OutboxClaims';
import { at, entryOf, NOW } from './__testUtils__/entries';
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

  it('sends again, under the same key, what a relay sent that died before writing it down', async () => {
    class DyingClaims extends OutboxClaims {
      override async arrived(): Promise<void> {
        throw new Error('killed');
      }
    }
    const died = relayOver(outbox.knex, { claims: new DyingClaims() });
    const survivor = relayOver(outbox.knex);
    await outbox.enqueue(entry('1:routed'));

    await died.relay.tick(NOW);
    await survivor.relay.tick(at(1.4));
    expect(survivor.sent).toHaveLength(0);
    await survivor.relay.tick(at(1.5));

    expect(survivor.sent.map(({ key }) => key)).toEqual(
      died.sent.map(({ key }) => key),
    );
    expect(await outbox.rows()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('holds on to a message as long as a slow receiver takes', async () => {
    const receiver = new Receiver();
    const slow = relayOver(outbox.knex);
    slow.relay.registerChannel(receiver);
    const other = relayOver(outbox.knex);
    await outbox.enqueue(entry('1:routed'));

    const sending = slow.relay.tick(NOW);
    await receiver.has(1);
    await slow.relay.renewLeases(at(1.2));
    await other.relay.tick(at(2.6));
    expect(other.sent).toHaveLength(0);

    receiver.open[0].answer();
    await sending;
    expect(await outbox.rows()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('has one message in flight for each subject and recipient, and eight in all', async () => {
    const receiver = new Receiver();
    const { relay } = relayOver(outbox.knex);
    relay.registerChannel(receiver);
    const people = Array.from({ length: 9 }, (_, n) => ({
      ref: `user:default/u${n}`,
      name: `U${n}`,
    }));
    await outbox.enqueue(
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

    expect(await outbox.records.backlog(outbox.knex)).toEqual({
      waiting: 0,
      dead: 0,
    });
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
    const { relay } = relayOver(outbox.knex, {
      occupation: {
        share: () => share,
        rest: async () => {
          rests += 1;
        },
      },
      claims: new CountingClaims(),
    });
    relay.registerChannel(receiver);
    await outbox.enqueue(
      ...Array.from({ length: 11 }, (_, n) =>
        entry('1:routed', {
          recipient: { ref: `user:default/u${n}`, name: '' },
        }),
      ),
    );

    const sending = relay.tick(NOW);
    await receiver.has(2);
    expect(
      await outbox.knex('outbox').where({ state: 'sending' }),
    ).toHaveLength(8);
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

    expect(await outbox.records.backlog(outbox.knex)).toEqual({
      waiting: 0,
      dead: 0,
    });
  });

  it('lets go of what it took and could not begin to send, and sends none of it twice', async () => {
    const receiver = new Receiver();
    const slow = relayOver(outbox.knex, {
      occupation: { share: () => 1, rest: async () => {} },
    });
    slow.relay.registerChannel(receiver);
    const other = relayOver(outbox.knex);
    await outbox.enqueue(
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
    expect(await outbox.rows()).toMatchObject([
      { state: 'sent', attempts: 1 },
      { state: 'sent', attempts: 1 },
      { state: 'sent', attempts: 2 },
      { state: 'sent', attempts: 2 },
    ]);
    expect(receiver.open).toEqual([]);
  });
});

it('sends each message once, however many relays there are, and never two to one recipient together', async () => {
  const outbox = new OutboxStage(await databases.init('POSTGRES_18'));
  const { knex } = outbox;
  const subjects = 10;
  await outbox.enqueue(
    ...Array.from({ length: 60 }, (_, n) =>
      entry(`${n}:routed`, { subjectId: `inc-${n % subjects}` }),
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

  while ((await outbox.records.backlog(knex)).waiting > 0) {
    await Promise.all(relays.map(relay => relay.tick(NOW)));
  }

  expect(keys).toHaveLength(60);
  expect(new Set(keys).size).toBe(60);
  expect(together).toEqual([]);
});
