import type { UserCommand } from '@linchpin/backstage-plugin-incidents-common';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { by, nadia } from '../incidents/__testUtils__/ward';
import { openActionDesk } from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const LATER = '2027-01-01T10:00:00.000Z';
const zoe = { ref: 'user:default/zoe', name: 'Zoe' };

describe.each(databases.eachSupportedId())(
  'what comes again while it is open on %s',
  databaseId => {
    async function open() {
      const d = await openActionDesk(await databases.init(databaseId));
      const { id: origin } = await d.report('Queue overflows');
      const action = await d.propose(origin);
      const recurrences = async (access = accessOf(nadia)) =>
        (await d.get(action, access)).recurrences;
      /** Declared after the action was proposed. */
      const again = (title: string, rest: { private?: true } = {}) =>
        d.report(title, { at: LATER, ...rest });
      const tell = (id: string, command: UserCommand) =>
        d.knex.transaction(tx =>
          d.writer.execute(tx, id, { command }, by(nadia, LATER)),
        );
      return { ...d, origin, action, again, tell, recurrences };
    }

    it('is noted on the action and told to whoever does it and answers for it', async () => {
      const d = await open();
      await d.again('Queue overflows again');
      await d.again('Certificate is about to expire');

      expect(await d.recurrences()).toEqual([{ number: 'INC-2', at: LATER }]);
      const { events } = await d.get(d.action);
      expect(events[events.length - 1]).toMatchObject({
        type: 'recurred',
        data: { incident: { number: 'INC-2' }, dueOn: '2026-12-03' },
      });
      expect(await d.told(d.action)).toEqual([
        'proposed Ravi',
        'recurred Ravi',
        'recurred Nadia',
      ]);
    });

    it('is none where the action is of another type, or done', async () => {
      const d = await open();
      await d.send(d.action, {
        type: 'edit',
        title: 'See it earlier',
        actionType: 'detect',
        priority: 'P2',
      });
      await d.again('Queue overflows again');
      expect(await d.recurrences()).toEqual([]);

      const other = await d.propose(d.origin);
      await d.send(other, { type: 'accept' });
      await d.send(other, { type: 'finish' });
      await d.again('Queue overflows once more');
      expect((await d.get(other)).recurrences).toEqual([]);
    });

    it('is known once, also where it was called something else at first', async () => {
      const d = await open();
      const { id } = await d.again('Something is slow');
      expect(await d.recurrences()).toEqual([]);
      for (const title of ['Queue overflows', 'The queue overflows']) {
        await d.tell(id, { type: 'rename', title });
      }

      expect(await d.recurrences()).toHaveLength(1);
      const told = await d.told(d.action);
      expect(told.filter(line => line === 'recurred Nadia')).toHaveLength(1);
    });

    it('is told to nobody where it is private, and seen by those whom it concerns', async () => {
      const d = await open();
      await d.again('Queue overflows again', { private: true });

      expect(await d.recurrences()).toHaveLength(1);
      expect(await d.recurrences(accessOf(zoe))).toEqual([]);
      expect(await d.told(d.action)).toEqual(['proposed Ravi']);
    });

    it('was none where it turns out to be no incident', async () => {
      const d = await open();
      const { id } = await d.again('Queue overflows?');
      expect(await d.recurrences()).toHaveLength(1);
      await d.tell(id, { type: 'dismiss', reason: 'false-alarm' });
      expect(await d.recurrences()).toEqual([]);
    });

    it('asks nothing where an incident says nothing new of what it is like', async () => {
      const d = await open();
      const asked: string[] = [];
      d.knex.on('query', ({ sql }) => asked.push(sql));
      await d.tell(d.origin, { type: 'acknowledge' });
      expect(asked.filter(sql => sql.includes('action_'))).toEqual([]);
    });
  },
);
