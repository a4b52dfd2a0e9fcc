import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { firing, resolved } from './alertmanager/__fixtures__/messages';
import { minute, openDesk } from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const of = (service: string, instance = 'a') =>
  firing(
    { alertname: 'InstanceDown', service, instance },
    { startsAt: minute(0) },
  );

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function open() {
    const desk = await openDesk(await databases.init(databaseId));
    await desk.send(1, of('bank'), of('pay'), of('shop'));
    return {
      ...desk,
      /** The services whose alerts each incident has, by its number. */
      async alerts() {
        const byIncident: Record<number, string[]> = {};
        for (const { incident, labels } of await desk.occurrences()) {
          (byIncident[incident] ??= []).push(labels.service);
        }
        return byIncident;
      },
    };
  }

  it('alerts go with the incident that is merged, and come back with it', async () => {
    const desk = await open();
    await desk.command(2, 2, { type: 'merge', into: 'INC-1' });
    expect(await desk.alerts()).toEqual({ 1: ['bank', 'pay'], 3: ['shop'] });

    await desk.command(3, 2, { type: 'undo' });
    expect(await desk.alerts()).toEqual({
      1: ['bank'],
      2: ['pay'],
      3: ['shop'],
    });
  });

  it('what came since stays with the one that took it', async () => {
    const desk = await open();
    await desk.command(2, 2, { type: 'merge', into: 'INC-1' });
    await desk.send(3, of('bank', 'b'));
    await desk.command(4, 2, { type: 'undo' });

    expect(await desk.alerts()).toEqual({
      1: ['bank', 'bank'],
      2: ['pay'],
      3: ['shop'],
    });
  });

  it('a merge of a merge is undone step by step', async () => {
    const desk = await open();
    await desk.command(2, 3, { type: 'merge', into: 'INC-2' });
    await desk.command(3, 2, { type: 'merge', into: 'INC-1' });
    expect(await desk.alerts()).toEqual({ 1: ['bank', 'pay', 'shop'] });

    await desk.command(4, 2, { type: 'undo' });
    expect(await desk.alerts()).toEqual({ 1: ['bank'], 2: ['pay', 'shop'] });
    await desk.command(5, 3, { type: 'undo' });
    expect(await desk.alerts()).toEqual({
      1: ['bank'],
      2: ['pay'],
      3: ['shop'],
    });
  });

  describe('moved out', () => {
    const disk = (instance: string) => ({
      alertname: 'DiskFull',
      service: 'bank',
      instance,
    });

    /** INC-1 has the alerts of the instances a, b and c of the bank. */
    async function openWithDisks() {
      const desk = await open();
      const begun = { startsAt: minute(1) };
      await desk.send(2, firing(disk('b'), begun), firing(disk('c'), begun));
      const ids = await desk.knex('monitoring_alerts').select('id', 'labels');
      const idOf = (instance: string) =>
        ids.find(({ labels }) => {
          const l = JSON.parse(labels);
          return l.service === 'bank' && l.instance === instance;
        }).id;
      return {
        ...desk,
        moveOut: (at: number, ...instances: string[]) =>
          desk.command(at, 1, {
            type: 'move-out',
            alerts: instances.map(idOf),
          }),
        /** The bank's instances whose alerts each incident has, by its number. */
        async instances() {
          const byIncident: Record<number, string[]> = {};
          for (const { incident, labels } of await desk.occurrences()) {
            if (labels.service === 'bank') {
              (byIncident[incident] ??= []).push(labels.instance);
            }
          }
          return byIncident;
        },
        events: (number: number) =>
          desk
            .knex('incident_events as e')
            .join('incidents as i', 'i.id', 'e.incident_id')
            .where('i.number', number)
            .orderBy('e.sequence')
            .pluck('e.type'),
      };
    }

    it('alerts get an incident that is told of, and the old one takes the next', async () => {
      const desk = await openWithDisks();
      const before = await desk.pages();
      await desk.moveOut(3, 'c', 'b');
      await desk.send(4, of('bank', 'd'));

      expect(await desk.instances()).toEqual({ 1: ['a', 'd'], 4: ['b', 'c'] });
      expect(await desk.events(1)).toContain('alerts-moved-out');
      expect(await desk.events(4)).toEqual([
        'declared',
        'routed',
        'alerts-moved-in',
      ]);
      const [old, , , fresh] = await desk.allIncidents();
      expect(fresh).toMatchObject({
        number: 4,
        status: 'triage',
        source: 'alert',
        entity: old.entity,
        owner: old.owner,
        title: expect.stringContaining('DiskFull'),
      });
      expect((await desk.pages()).slice(before.length)).toEqual([
        // Nadia moved them out herself.
        'user:default/ravi pending',
      ]);
      expect(
        await desk.knex('incidents').orderBy('number').pluck('open_key'),
      ).toEqual([
        expect.stringContaining('bank'),
        expect.anything(),
        expect.anything(),
        null,
      ]);
    });

    it('the incident that no firing alert remains on recovers, and the other when its own end', async () => {
      const desk = await openWithDisks();
      const bank = {
        alertname: 'InstanceDown',
        service: 'bank',
        instance: 'a',
      };
      await desk.send(3, resolved(bank, { startsAt: minute(0) }));
      await desk.moveOut(4, 'b', 'c');
      const recovered = async () =>
        (await desk.allIncidents()).map(({ recoveredAt }) => recoveredAt);
      expect(await recovered()).toEqual([
        minute(4),
        undefined,
        undefined,
        undefined,
      ]);

      const at = { startsAt: minute(1) };
      await desk.send(6, resolved(disk('b'), at), resolved(disk('c'), at));
      expect((await recovered())[3]).toBe(minute(6));
    });

    it('an alert that fires anew comes back to the incident it was given', async () => {
      const desk = await openWithDisks();
      await desk.moveOut(3, 'b');
      await desk.send(5, resolved(disk('b'), { startsAt: minute(1) }));
      await desk.send(9, firing(disk('b'), { startsAt: minute(8) }));

      expect(await desk.instances()).toEqual({ 1: ['a', 'c'], 4: ['b', 'b'] });
    });

    it('no undoing of a merge takes back what was moved out before', async () => {
      const desk = await openWithDisks();
      await desk.moveOut(3, 'b');
      await desk.command(4, 1, { type: 'merge', into: 'INC-4' });
      expect(await desk.instances()).toEqual({ 4: ['a', 'b', 'c'] });
      await desk.command(5, 1, { type: 'undo' });
      expect(await desk.instances()).toEqual({ 1: ['a', 'c'], 4: ['b'] });

      await desk.command(6, 4, { type: 'merge', into: 'INC-1' });
      await desk.command(7, 4, { type: 'undo' });
      expect(await desk.instances()).toEqual({ 1: ['a', 'c'], 4: ['b'] });
    });

    it('is refused for all alerts, or those of others, and nothing is written', async () => {
      const desk = await openWithDisks();
      await expect(desk.moveOut(3, 'a', 'b', 'c')).rejects.toThrow(
        /^alerts: These are all its alerts/,
      );
      await expect(
        desk.command(3, 2, {
          type: 'move-out',
          alerts: [(await desk.knex('alert_occurrences').pluck('alert_id'))[0]],
        }),
      ).rejects.toThrow(/^alerts: /);

      expect(await desk.instances()).toEqual({ 1: ['a', 'b', 'c'] });
      expect(await desk.rows('incidents')).toBe(3);
      await desk.moveOut(4, 'b');
      expect((await desk.allIncidents()).at(-1)?.number).toBe(4);
    });
  });

  it('an alert that fires anew joins the incident that its own was merged into', async () => {
    const desk = await open();
    await desk.command(2, 2, { type: 'merge', into: 'INC-1' });
    const pay = { alertname: 'InstanceDown', service: 'pay', instance: 'a' };
    await desk.send(5, resolved(pay, { startsAt: minute(0) }));
    await desk.send(9, firing(pay, { startsAt: minute(8) }));

    expect(await desk.alerts()).toEqual({
      1: ['bank', 'pay', 'pay'],
      3: ['shop'],
    });
  });
});
