import { expect, test } from '@playwright/test';
import { Alertmanager, type PushedAlert } from './alertmanager';
import { Gate } from './gate';
import { ALERT_TOKEN, Portal } from './portal';

interface Incident {
  number: string;
  title: string;
  status: string;
  entityRef: string | null;
  ownerRef: string | null;
  alertCount: number;
  firingCount: number;
  recoveredAt: string | null;
}

let portal: Portal;
let gate: Gate;
let alertmanager: Alertmanager;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await Portal.create();
  gate = await Gate.open(portal.url);
  alertmanager = await Alertmanager.start({
    url: `${gate.url}/api/incidents/intake/alertmanager`,
    token: ALERT_TOKEN,
  });
});

test.afterAll(async () => {
  await alertmanager?.stop();
  gate?.close();
  await portal?.remove();
});

test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) {
    await info.attach('backend.log', { body: await portal.log() });
  }
});

function alert(
  alertname: string,
  labels: Record<string, string>,
  summary = alertname,
): PushedAlert {
  return {
    labels: { alertname, severity: 'critical', ...labels },
    annotations: { summary },
    startsAt: new Date().toISOString(),
  };
}

const ended = (pushed: PushedAlert): PushedAlert => ({
  ...pushed,
  endsAt: new Date().toISOString(),
});

async function incidentsOf(entity: string): Promise<Incident[]> {
  const { items } = await portal.get<{ items: Incident[] }>(
    `/incidents/incidents?entity=component:default/${entity}`,
  );
  return items;
}

async function theIncidentOf(entity: string): Promise<Incident | undefined> {
  const items = await incidentsOf(entity);
  expect(items.length).toBeLessThanOrEqual(1);
  return items[0];
}

test('reaches the owner of the right service, who is told, and its end is seen', async () => {
  const firing = alert(
    'HighErrorRate',
    { service: 'payments-api' },
    'Card payments fail',
  );
  await alertmanager.push([firing]);

  await expect
    .poll(() => theIncidentOf('payments-api'))
    .toMatchObject({
      title: 'Card payments fail',
      status: 'triage',
      ownerRef: 'group:default/payments',
      firingCount: 1,
      recoveredAt: null,
    });
  const { number } = (await theIncidentOf('payments-api'))!;
  await expect
    .poll(async () => {
      const { notifications } = await portal.get<{
        notifications: { payload: { title: string; link: string } }[];
      }>('/notifications/notifications');
      return notifications.map(({ payload }) => payload);
    })
    .toContainEqual(
      expect.objectContaining({
        title: 'P2 Card payments fail',
        link: `/incidents/${number}`,
        severity: 'high',
      }),
    );

  await alertmanager.push([ended(firing)]);

  await expect
    .poll(() => theIncidentOf('payments-api'))
    .toMatchObject({
      firingCount: 0,
      recoveredAt: expect.any(String),
    });
});

test('counts two alerts with one summary as two, on one incident', async () => {
  const summary = 'Disk almost full';
  await alertmanager.push([
    alert('DiskFull', { service: 'fare-search', instance: 'a' }, summary),
    alert('DiskFull', { service: 'fare-search', instance: 'b' }, summary),
  ]);

  await expect
    .poll(() => theIncidentOf('fare-search'))
    .toMatchObject({ title: summary, alertCount: 2, firingCount: 2 });
});

test('arrives although it was sent away twice', async () => {
  const away = async () => 503;
  gate.answers.length = 0;
  gate.next(away, away);

  await alertmanager.push([
    alert('Slow', { service: 'seat-map' }, 'Seat map is slow'),
  ]);

  await expect
    .poll(() => theIncidentOf('seat-map'))
    .toMatchObject({ title: 'Seat map is slow', alertCount: 1 });
  expect(gate.answers.slice(0, 3)).toEqual([503, 503, 202]);
});

test('makes no incident of a watchdog', async () => {
  const today = async () => {
    const { sources } = await portal.get<{ sources: { today: number }[] }>(
      '/incidents/setup',
    );
    return sources[0].today;
  };
  const before = await today();

  await alertmanager.push([
    alert('Watchdog', { service: 'refund-worker', severity: 'none' }),
  ]);

  await expect.poll(today).toBe(before + 1);
  await expect
    .poll(async () => {
      const { checks } = await portal.get<{
        checks: { alerts: { waiting: number } };
      }>('/incidents/setup');
      return checks.alerts.waiting;
    })
    .toBe(0);
  expect(await incidentsOf('refund-worker')).toEqual([]);
});

test('survives the death of the backend right after it was accepted', async () => {
  gate.answers.length = 0;
  gate.next(async forward => {
    const status = await forward();
    await portal.kill();
    return status;
  });

  const firing = alert('Down', { service: 'booking-web' }, 'Booking is down');
  await alertmanager.push([firing]);
  await expect.poll(() => gate.answers).toContain(202);
  await portal.start();

  await expect
    .poll(() => theIncidentOf('booking-web'))
    .toMatchObject({ title: 'Booking is down', alertCount: 1, firingCount: 1 });

  await alertmanager.push([ended(firing)]);
  await expect
    .poll(() => theIncidentOf('booking-web'))
    .toMatchObject({ alertCount: 1, firingCount: 0 });
});
