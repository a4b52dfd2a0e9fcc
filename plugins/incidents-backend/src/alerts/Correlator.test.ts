import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { firing, resolved } from './alertmanager/__fixtures__/messages';
import { minute, openDesk, type Town } from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const down = { alertname: 'InstanceDown', service: 'payments-api' };
const at = (n: number) => ({ startsAt: minute(n) });
const ended = (from: number, to: number) => ({
  startsAt: minute(from),
  endsAt: minute(to),
});

describe.each(databases.eachSupportedId())('%s', databaseId => {
  const open = async (alerts: object = {}) =>
    openDesk(await databases.init(databaseId), alerts);

  describe('ends', () => {
    it('make it recover by itself, and say so to those who were asked', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.send(9, resolved(down, ended(0, 8)));

      expect(await desk.allIncidents()).toEqual([
        expect.objectContaining({ status: 'triage', recoveredAt: minute(9) }),
      ]);
      expect(await desk.pages()).toEqual([
        'user:default/nadia cancelled',
        'user:default/ravi cancelled',
        'user:default/nadia pending',
        'user:default/ravi pending',
      ]);
    });

    it('say so to nobody where nobody is told', async () => {
      const desk = await open({ rules: [{ match: {}, disposition: 'quiet' }] });
      await desk.send(1, firing(down, at(0)));
      await desk.send(9, resolved(down, ended(0, 8)));

      const [{ recoveredAt }] = await desk.allIncidents();
      expect(recoveredAt).toBe(minute(9));
      expect(await desk.pages()).toEqual([]);
    });

    it('of what was never heard of are on record, and a late message about it opens nothing', async () => {
      const desk = await open();
      await desk.send(5, resolved(down, ended(0, 4)));
      const { alerts } = await desk.send(6, firing(down, at(0)));

      expect(await desk.rows('incidents')).toBe(0);
      expect(await desk.occurrences()).toEqual([
        expect.objectContaining({
          firing: false,
          deliveries: 2,
          disposition: 'record',
        }),
      ]);
      expect(alerts[0].reason).toBe('It ended already; this message came late');
    });

    it('are not undone by a late message', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.send(5, resolved(down, ended(0, 4)));
      await desk.send(6, firing(down, at(0)));

      expect(await desk.occurrences()).toEqual([
        expect.objectContaining({ firing: false, deliveries: 3 }),
      ]);
      const [{ recoveredAt }] = await desk.allIncidents();
      expect(recoveredAt).toBe(minute(5));
    });
  });

  describe('a new start', () => {
    it('after an end belongs to the same incident, which is not well any more', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.send(5, resolved(down, ended(0, 4)));
      await desk.send(9, firing(down, at(8)));

      expect(await desk.occurrences()).toEqual([
        expect.objectContaining({ firing: false, incident: 1 }),
        expect.objectContaining({ firing: true, incident: 1 }),
      ]);
      const [{ recoveredAt }, ...others] = await desk.allIncidents();
      expect(recoveredAt).toBeUndefined();
      expect(others).toEqual([]);
    });

    it('while the old one fires closes the old one', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.send(9, firing(down, at(8)));

      expect(await desk.occurrences()).toEqual([
        expect.objectContaining({ firing: false, incident: 1 }),
        expect.objectContaining({ firing: true, incident: 1 }),
      ]);
      const [{ recoveredAt }] = await desk.allIncidents();
      expect(recoveredAt).toBeUndefined();
    });

    it('of the same alert reopens what was resolved a moment ago', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.command(2, 1, { type: 'acknowledge' });
      await desk.send(5, resolved(down, ended(0, 4)));
      await desk.command(6, 1, { type: 'resolve' });
      await desk.send(36, firing(down, at(35)));
      await desk.send(37, firing({ ...down, instance: 'b' }, at(36)));

      expect(await desk.allIncidents()).toEqual([
        expect.objectContaining({ status: 'investigating', reopened: 1 }),
      ]);
    });

    it('of another alert makes a new incident that is known to recur', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.send(5, resolved(down, ended(0, 4)));
      await desk.command(6, 1, { type: 'resolve' });
      await desk.send(8, firing({ ...down, alertname: 'Errors' }, at(7)));

      const [first, second] = await desk.allIncidents();
      expect(second.recurrenceOf).toEqual({ id: first.id, number: 1 });
      expect(second.status).toBe('triage');
    });

    it('after more than half an hour makes a new one likewise', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.send(5, resolved(down, ended(0, 4)));
      await desk.command(6, 1, { type: 'resolve' });
      await desk.send(37, firing(down, at(36.5)));

      expect(await desk.allIncidents()).toEqual([
        expect.objectContaining({ status: 'resolved' }),
        expect.objectContaining({
          status: 'triage',
          recurrenceOf: expect.objectContaining({ number: 1 }),
        }),
      ]);
    });

    it('after eight days is no recurrence', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.command(6, 1, { type: 'resolve' });
      const days = 8 * 24 * 60;
      await desk.send(days, firing({ ...down, instance: 'b' }, at(days - 1)));

      const [, second] = await desk.allIncidents();
      expect(second.recurrenceOf).toBeUndefined();
    });

    it('of a false alarm that was dismissed is looked at again', async () => {
      const desk = await open();
      await desk.send(1, firing(down, at(0)));
      await desk.command(2, 1, { type: 'dismiss', reason: 'false-alarm' });
      await desk.send(3, firing(down, at(0)));
      expect(await desk.rows('incidents')).toBe(1);

      await desk.send(9, firing(down, at(8)));
      expect(await desk.rows('incidents')).toBe(2);
    });
  });

  const day = 24 * 60;

  it('takes every alert of its entity while it is open, however much later', async () => {
    const desk = await open();
    await desk.send(1, firing(down, at(0)));
    await desk.command(2, 1, { type: 'acknowledge' });
    await desk.send(5, resolved(down, ended(0, 4)));
    const later = 30 * day;
    await desk.send(later, firing({ ...down, instance: 'b' }, at(later)));
    await desk.send(later + 2, firing(down, at(later + 1)));

    expect((await desk.occurrences()).map(o => o.incident)).toEqual([1, 1, 1]);
  });

  describe('a window that the config sets', () => {
    const openWithWindow = () => open({ correlationWindow: { days: 1 } });

    it('keeps an open incident for alerts of the next day', async () => {
      const desk = await openWithWindow();
      await desk.send(1, firing(down, at(0)));
      await desk.command(2, 1, { type: 'acknowledge' });
      await desk.send(5, resolved(down, ended(0, 4)));
      await desk.send(day, firing({ ...down, instance: 'b' }, at(day)));
      expect(await desk.rows('incidents')).toBe(1);
    });

    it('ends a day after the last alert did', async () => {
      const desk = await openWithWindow();
      await desk.send(1, firing(down, at(0)));
      await desk.command(2, 1, { type: 'acknowledge' });
      await desk.send(5, resolved(down, ended(0, 4)));
      await desk.send(day + 6, firing(down, at(day + 6)));
      await desk.send(day + 7, firing({ ...down, instance: 'b' }, at(day + 7)));

      expect(await desk.allIncidents()).toEqual([
        expect.objectContaining({ status: 'investigating' }),
        expect.objectContaining({ status: 'triage' }),
      ]);
      expect((await desk.occurrences()).map(o => o.incident)).toEqual([
        1, 2, 2,
      ]);
    });

    it('does not end while an alert fires', async () => {
      const desk = await openWithWindow();
      await desk.send(1, firing(down, at(0)));
      await desk.send(3 * day, firing({ ...down, instance: 'b' }, at(3 * day)));
      expect(await desk.rows('incidents')).toBe(1);
    });
  });

  describe('without an entity', () => {
    it.each<[string, (town: Town) => string, string, string | null]>([
      ['none', () => 'nobody-knows', 'no-entity', 'none'],
      ['several', () => 'gateway', 'several-match', 'several'],
      [
        'no catalog',
        town => {
          town.answers = false;
          return 'payments-api';
        },
        'catalog-unavailable',
        null,
      ],
    ])('(%s) it is unrouted', async (_, prepare, reason, unmatched) => {
      const desk = await open();
      const service = prepare(desk.town);
      await desk.send(1, firing({ alertname: 'Down', service }, at(0)));

      const [{ unrouted, entity }] = await desk.allIncidents();
      expect(unrouted).toBe(reason);
      expect(entity).toBeUndefined();
      expect(await desk.occurrences()).toEqual([
        expect.objectContaining({ unmatched, incident: 1 }),
      ]);
    });

    it('alerts of one name are one incident, of another another', async () => {
      const desk = await open();
      const of = (alertname: string, instance: string) =>
        firing({ alertname, instance }, at(0));
      await desk.send(1, of('A', '1'), of('A', '2'), of('B', '1'));
      await desk.send(2, of('A', '3'));

      const all = await desk.occurrences();
      expect(all.map(o => [o.labels.alertname, o.incident])).toEqual([
        ['A', 1],
        ['A', 1],
        ['B', 2],
        ['A', 1],
      ]);
    });

    it('stays together after somebody said which entity it is', async () => {
      const desk = await open();
      const probe = { alertname: 'ProbeFailed' };
      await desk.send(1, firing(probe, at(0)));
      const [{ id }] = await desk.allIncidents();
      await desk.knex.transaction(async tx =>
        desk.writer.execute(
          tx,
          id,
          {
            command: {
              type: 'route',
              routing: await desk.town.route('component:default/checkout'),
            },
          },
          {
            now: minute(2),
            actor: { type: 'system', name: 'Routing' },
            mayRespond: true,
          },
        ),
      );
      await desk.send(5, resolved(probe, ended(0, 4)));
      await desk.send(9, firing(probe, at(8)));
      await desk.send(9, firing({ ...down, service: 'checkout' }, at(8)));

      expect(await desk.rows('incidents')).toBe(1);
    });

    it('reopens what was resolved a moment ago, and takes more from then on', async () => {
      const desk = await open();
      const probe = { alertname: 'ProbeFailed' };
      await desk.send(1, firing(probe, at(0)));
      await desk.command(2, 1, { type: 'resolve' });
      await desk.send(5, resolved(probe, ended(0, 4)));
      await desk.send(9, firing(probe, at(8)));
      await desk.send(10, firing({ ...probe, instance: 'b' }, at(9)));

      expect(await desk.allIncidents()).toEqual([
        expect.objectContaining({ status: 'triage', reopened: 1 }),
      ]);
    });
  });

  it('never joins a private incident', async () => {
    const desk = await open();
    await desk.send(1, firing(down, at(0)));
    await desk.knex('incidents').update({ open_key: null });
    const [state] = await desk.allIncidents();
    await desk
      .knex('incidents')
      .update({ state: JSON.stringify({ ...state, visibility: 'private' }) });
    await desk.send(9, firing(down, at(8)));

    expect((await desk.occurrences()).map(o => o.incident)).toEqual([1, 2]);
  });
});
