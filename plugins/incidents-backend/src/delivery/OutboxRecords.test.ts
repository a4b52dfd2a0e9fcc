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

  describe('what was given up', () => {
    it('is listed with its reason, counted, and sent again on demand', async () => {
      await outbox.enqueue(entry('1:routed', { kind: 'page' }));
      await outbox.enqueue(
        entry('2:routed', { kind: 'page', recipient: OMAR }),
      );
      for (const message of await outbox.claimAll(NOW)) {
        await outbox.giveUp(message);
      }

      const dead = await outbox.records.deadLetters(outbox.knex, 10);
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
      expect(await outbox.records.deadLetters(outbox.knex, 1)).toHaveLength(1);
      expect(await outbox.records.backlog(outbox.knex)).toEqual({
        waiting: 0,
        dead: 2,
      });
      expect(await outbox.records.lastError(outbox.knex)).toBe('unreachable');

      expect(
        await outbox.records.resend(
          outbox.knex,
          [dead[0].id, '0', 'x; drop', ''],
          at(60),
        ),
      ).toBe(1);
      expect(await outbox.claimAll(at(60))).toMatchObject([
        { recipient: OMAR, attempts: 1 },
      ]);
      expect(await outbox.records.deadLetters(outbox.knex, 10)).toHaveLength(1);
    });

    it('is nothing any more once all has arrived', async () => {
      await outbox.enqueue(entry('1:routed'));
      const message = (await outbox.claim(NOW))!;
      expect(await outbox.records.backlog(outbox.knex)).toEqual({
        waiting: 1,
        oldestCreatedAt: NOW,
        dead: 0,
      });
      await outbox.fail(message, NOW);
      await outbox.arrive((await outbox.claim(NOW))!);

      expect(await outbox.records.backlog(outbox.knex)).toEqual({
        waiting: 0,
        dead: 0,
      });
      expect(await outbox.records.lastError(outbox.knex)).toBeUndefined();
      expect(await outbox.records.resend(outbox.knex, [message.id], NOW)).toBe(
        0,
      );
    });
  });

  it('forgets what is over, bit by bit, and nothing that is not', async () => {
    await outbox.enqueue(entry('1:update-posted'));
    await outbox.enqueue(entry('2:update-posted'));
    await outbox.arrive((await outbox.claim(NOW))!);
    await outbox.enqueue(entry('3:routed', { kind: 'page' }));
    await outbox.giveUp((await outbox.claim(NOW))!);
    await outbox.enqueue(entry('4:update-posted'));

    expect(await outbox.records.prune(outbox.knex, NOW, 10)).toBe(0);
    expect(await outbox.records.prune(outbox.knex, at(1), 1)).toBe(1);
    expect(await outbox.records.prune(outbox.knex, at(1), 10)).toBe(1);
    expect(await outbox.states()).toEqual({
      '3:routed': 'dead',
      '4:update-posted': 'pending',
    });
  });
});
