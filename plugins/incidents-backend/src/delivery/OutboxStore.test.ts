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

  describe('writing', () => {
    it('writes the same telling once, and leaves what has become of it', async () => {
      await outbox.enqueue(entry('7:resolved'));
      await outbox.arrive((await outbox.claim(NOW))!);
      await outbox.enqueue(entry('7:resolved'));

      expect(await outbox.states()).toEqual({ '7:resolved': 'sent' });
    });

    it('gives back what was written', async () => {
      await outbox.enqueue(
        entry('7:routed', { kind: 'page', payload: { sequence: 7 } }),
      );
      await outbox.enqueue(
        entry('7:changed', {
          kind: 'event',
          channel: 'events',
          recipient: undefined,
        }),
      );

      expect(await outbox.claimAll(NOW)).toEqual([
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
      await outbox.enqueue(
        ...Array.from({ length: 450 }, (_, n) =>
          entry('7:update-posted', {
            recipient: { ref: `user:default/u${n}`, name: `U${n}` },
          }),
        ),
      );

      expect(await outbox.records.backlog(outbox.knex)).toMatchObject({
        waiting: 450,
      });
    });
  });

  describe('news', () => {
    it('take the place of earlier news that have not arrived, given up or not', async () => {
      await outbox.enqueue(entry('1:update-posted'));
      await outbox.giveUp((await outbox.claim(NOW))!);
      await outbox.enqueue(entry('2:update-posted'));
      await outbox.enqueue(entry('3:update-posted'));

      expect(await outbox.states()).toEqual({
        '1:update-posted': 'superseded',
        '2:update-posted': 'superseded',
        '3:update-posted': 'pending',
      });
    });

    it('leave alone what arrived, what is for others, and what is no news', async () => {
      await outbox.enqueue(entry('1:update-posted'));
      await outbox.arrive((await outbox.claim(NOW))!);
      await outbox.enqueue(
        entry('2:update-posted', { recipient: OMAR }),
        entry('3:update-posted', { subjectId: 'inc-b' }),
        entry('4:update-posted', { channel: 'chat' }),
        entry('5:routed', { kind: 'page' }),
        entry('6:changed', { kind: 'event' }),
      );
      await outbox.enqueue(
        entry('7:update-posted'),
        entry('8:routed', { kind: 'page' }),
        entry('9:changed', { kind: 'event' }),
      );

      expect(new Set(Object.values(await outbox.states()))).toEqual(
        new Set(['sent', 'pending']),
      );
    });

    it('written together reach a recipient as one, the last', async () => {
      await outbox.enqueue(
        entry('1:update-posted'),
        entry('2:resolved'),
        entry('2:resolved', { recipient: OMAR }),
      );

      expect(
        (await outbox.claimAll(NOW)).map(m => [m.cause, m.recipient]),
      ).toEqual([
        ['2:resolved', NADIA],
        ['2:resolved', OMAR],
      ]);
    });

    it('written once more do not take the place of newer ones', async () => {
      await outbox.enqueue(entry('1:update-posted'));
      await outbox.enqueue(entry('2:update-posted'));
      await outbox.enqueue(entry('1:update-posted'));

      expect(await outbox.states()).toEqual({
        '1:update-posted': 'superseded',
        '2:update-posted': 'pending',
      });
    });

    it('under way are not repeated when they fail after newer ones were written', async () => {
      await outbox.enqueue(entry('1:update-posted'));
      const older = (await outbox.claim(NOW))!;
      await outbox.enqueue(entry('2:update-posted'));

      expect(await outbox.claim(NOW)).toBeUndefined();
      await outbox.fail(older, NOW);

      expect(await outbox.claimAll(NOW)).toMatchObject([
        { cause: '2:update-posted' },
      ]);
      expect(await outbox.states()).toMatchObject({
        '1:update-posted': 'superseded',
      });
    });
  });

  describe('an acknowledge', () => {
    it('takes back pages, and nothing else', async () => {
      await outbox.enqueue(
        entry('1:routed', { kind: 'page' }),
        entry('2:update-posted', { recipient: OMAR }),
        entry('3:routed', { kind: 'page', subjectId: 'inc-b' }),
      );

      await outbox.cancelPages();

      expect(await outbox.states()).toEqual({
        '1:routed': 'cancelled',
        '2:update-posted': 'pending',
        '3:routed': 'pending',
      });
    });

    it('leaves a page that is under way, and that it arrived is still written down', async () => {
      await outbox.enqueue(entry('1:routed', { kind: 'page' }));
      const page = (await outbox.claim(NOW))!;
      await outbox.cancelPages();
      await outbox.arrive(page);

      expect(await outbox.states()).toEqual({ '1:routed': 'sent' });
    });

    it('keeps a page under way from being repeated', async () => {
      await outbox.enqueue(entry('1:routed', { kind: 'page' }));
      const page = (await outbox.claim(NOW))!;
      await outbox.cancelPages();
      await outbox.fail(page, at(1));

      expect(await outbox.claim(at(60))).toBeUndefined();
      expect(await outbox.states()).toEqual({ '1:routed': 'cancelled' });
    });

    it('keeps a page from being taken over from a relay that died', async () => {
      await outbox.enqueue(
        entry('1:routed', { kind: 'page' }),
        entry('2:resolved', { kind: 'news' }),
      );
      await outbox.claim(NOW);
      await outbox.cancelPages();

      expect(await outbox.claim(at(2), 'other')).toMatchObject({
        cause: '2:resolved',
      });
      expect(await outbox.states()).toEqual({
        '1:routed': 'cancelled',
        '2:resolved': 'sending',
      });
    });
  });
});
