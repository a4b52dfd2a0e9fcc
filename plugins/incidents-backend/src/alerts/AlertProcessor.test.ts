import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import {
  firing,
  message,
  resolved,
} from './alertmanager/__fixtures__/messages';
import { minute, openDesk } from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const down = { alertname: 'InstanceDown', service: 'payments-api' };
const at = (n: number) => ({ startsAt: minute(n) });
const ended = (from: number, to: number) => ({
  startsAt: minute(from),
  endsAt: minute(to),
});

describe.each(databases.eachSupportedId())('%s', databaseId => {
  const open = async (alerts?: object) =>
    openDesk(await databases.init(databaseId), alerts);

  it('makes one incident on the right entity with the right owner, and asks its people', async () => {
    const desk = await open();
    const delivery = await desk.send(
      3,
      firing(down, {
        ...at(1),
        annotations: {
          summary: 'Payments are down',
          description: 'No instance answers.',
          runbook_url: 'https://runbooks.test/payments',
        },
      }),
    );

    const [incident, ...others] = await desk.allIncidents();
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      title: 'Payments are down',
      source: 'alert',
      status: 'triage',
      priority: 'P3',
      entity: { ref: 'component:default/payments-api' },
      owner: { ref: 'group:default/payments' },
      stamps: { impactStartedAt: minute(1), detectedAt: minute(3) },
      impactEstimated: false,
    });
    expect(await desk.pages()).toEqual([
      'user:default/nadia pending',
      'user:default/ravi pending',
    ]);
    expect(delivery).toEqual({
      deliveryId: delivery.deliveryId,
      status: 'processed',
      receivedAt: minute(3),
      error: null,
      alerts: [
        {
          title: 'Payments are down',
          disposition: 'incident',
          reason:
            'Severity warning, and no rule says otherwise; component:default/payments-api has the name that its label service says',
          incidentNumber: 'INC-1',
          entityRef: 'component:default/payments-api',
          ownerRef: 'group:default/payments',
        },
      ],
    });
    const texts = await desk.knex('incident_texts').first('texts');
    expect(JSON.parse(texts.texts).description).toBe(
      'No instance answers.\n\nRunbook: https://runbooks.test/payments',
    );
    expect(desk.hinted).toEqual([[incident.id]]);
  });

  it('counts an alert that is sent five times, and does nothing else', async () => {
    const desk = await open();
    for (const n of [1, 2, 3, 4, 5]) {
      await desk.send(n, firing(down, at(0)));
    }

    expect(await desk.occurrences()).toEqual([
      expect.objectContaining({ deliveries: 5, firing: true, incident: 1 }),
    ]);
    expect(await desk.rows('incidents')).toBe(1);
    expect(await desk.pages()).toHaveLength(2);
    expect(await desk.rows('incident_events')).toBe(2);
  });

  it('counts an alert whose start cannot be used likewise', async () => {
    const desk = await open();
    const startless = firing(down, { startsAt: '0001-01-01T00:00:00Z' });
    await desk.send(1, startless);
    await desk.send(2, startless);

    expect(await desk.occurrences()).toEqual([
      expect.objectContaining({ deliveries: 2, firing: true }),
    ]);
    const [{ impactEstimated }] = await desk.allIncidents();
    expect(impactEstimated).toBe(true);
  });

  it('does not believe a start of long ago', async () => {
    const desk = await open();
    await desk.send(1, firing(down, { startsAt: '2026-11-19T10:00:00Z' }));

    const [{ stamps, impactEstimated }] = await desk.allIncidents();
    expect(stamps.impactStartedAt).toBe(minute(1));
    expect(impactEstimated).toBe(true);
  });

  it('takes each alert of a message for itself', async () => {
    const desk = await open();
    const other = { ...down, instance: 'b' };
    await desk.send(1, firing(down, at(0)), firing(other, at(0)));
    await desk.send(5, firing(down, at(0)), resolved(other, ended(0, 4)));

    expect(await desk.occurrences()).toEqual([
      expect.objectContaining({ firing: false, deliveries: 2, incident: 1 }),
      expect.objectContaining({ firing: true, deliveries: 2, incident: 1 }),
    ]);
    const [{ recoveredAt }] = await desk.allIncidents();
    expect(recoveredAt).toBeUndefined();
  });

  it('keeps two alerts with one summary apart', async () => {
    const desk = await open();
    const annotations = { summary: 'Disk full' };
    const disk = (service: string) =>
      firing({ alertname: 'DiskFull', service }, { ...at(0), annotations });
    await desk.send(1, disk('payments-api'), disk('checkout'));

    const all = await desk.allIncidents();
    expect(all.map(({ title, entity }) => [title, entity?.ref])).toEqual([
      ['Disk full', 'component:default/checkout'],
      ['Disk full', 'component:default/payments-api'],
    ]);
  });

  it('puts a watchdog on record, and makes no incident', async () => {
    const desk = await open();
    const { alerts } = await desk.send(
      1,
      firing({ alertname: 'Watchdog', severity: 'none' }),
    );

    expect(alerts).toEqual([
      expect.objectContaining({ disposition: 'record', incidentNumber: null }),
    ]);
    expect(await desk.rows('incidents')).toBe(0);
    expect(await desk.rows('alert_occurrences')).toBe(1);
    expect(desk.town.asked).toBe(0);
  });

  it('makes a quiet incident that asks nobody, until a worse alert comes', async () => {
    const desk = await open({
      rules: [{ match: { team: 'batch' }, disposition: 'quiet' }],
    });
    await desk.send(1, firing({ ...down, team: 'batch' }, at(0)));
    expect(await desk.allIncidents()).toEqual([
      expect.objectContaining({ priority: 'P4' }),
    ]);
    expect(await desk.pages()).toEqual([]);

    await desk.send(2, firing(down, at(1)));
    expect(await desk.allIncidents()).toEqual([
      expect.objectContaining({ priority: 'P3' }),
    ]);
    expect(await desk.pages()).toHaveLength(2);
  });

  it('becomes an incident when a rule is changed while it fires on', async () => {
    const knex = await databases.init(databaseId);
    const before = await openDesk(knex);
    const staging = firing({ ...down, env: 'staging' }, at(0));
    await before.send(1, staging);
    expect(await before.rows('incidents')).toBe(0);

    const after = await openDesk(knex, {
      rules: [{ match: { env: 'staging' }, disposition: 'incident' }],
    });
    await after.send(2, staging);
    expect(await after.occurrences()).toEqual([
      expect.objectContaining({
        deliveries: 2,
        disposition: 'incident',
        incident: 1,
      }),
    ]);
  });

  it('raises what nobody has judged when a more severe alert joins', async () => {
    const desk = await open();
    await desk.send(1, firing(down, at(0)));
    await desk.send(
      2,
      firing({ ...down, severity: 'critical' }, at(1)),
      firing({ ...down, severity: 'info' }, at(1)),
    );

    expect(await desk.allIncidents()).toEqual([
      expect.objectContaining({
        priority: 'P2',
        impact: 'high',
        urgency: 'medium',
      }),
    ]);
  });

  it('opens with the worst of the alerts that came together', async () => {
    const desk = await open();
    await desk.send(
      3,
      firing(down, at(1)),
      firing(
        { alertname: 'Errors', severity: 'error', service: 'payments-api' },
        at(2),
      ),
    );

    expect(await desk.allIncidents()).toEqual([
      expect.objectContaining({
        title: 'Errors on payments-api',
        priority: 'P2',
        stamps: expect.objectContaining({ impactStartedAt: minute(1) }),
      }),
    ]);
    expect(await desk.pages()).toHaveLength(2);
  });

  it('keeps a bad alert aside, and holds nothing back', async () => {
    const desk = await open();
    const delivery = await desk.send(1, { status: 'odd' }, firing(down, at(0)));

    expect(delivery.alerts).toEqual([
      expect.objectContaining({
        title: 'Alert 1 of the message',
        disposition: 'kept-aside',
        reason: 'status: must be firing or resolved; labels: is missing',
        incidentNumber: null,
      }),
      expect.objectContaining({ incidentNumber: 'INC-1' }),
    ]);
  });

  it('notes how many alerts a sender left out', async () => {
    const desk = await open();
    await desk.postBody({ ...message(firing(down)), truncatedAlerts: 12 });
    await desk.processor.tick(minute(1));

    expect(await desk.knex('alert_deliveries').first('truncated')).toEqual({
      truncated: 12,
    });
    expect(desk.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('left 12 alerts out'),
    );
  });

  it('makes one incident and one notice for each person of a storm on one service', async () => {
    const desk = await open();
    const storm = Array.from({ length: 250 }, (_, n) =>
      firing({ ...down, instance: `i${n}` }, at(0)),
    );
    await desk.send(1, ...storm);
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        desk.post(firing({ ...down, instance: `j${n}` }, at(0))),
      ),
    );
    await desk.processor.tick(minute(2));

    const [{ id }, ...others] = await desk.allIncidents();
    expect(others).toEqual([]);
    expect(await desk.pages()).toHaveLength(2);
    expect(await desk.rows('alert_occurrences')).toBe(300);
    const row = await desk.knex('incidents').where({ id }).first('version');
    expect(row.version).toBe(2);
  });
});
