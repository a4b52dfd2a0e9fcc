import { expect, test } from '@playwright/test';
import { Alertmanager, type Receiver } from './alertmanager';
import { Portal } from './portal';

interface CreatedKey {
  key: { id: string };
  secret: string;
}

interface Incident {
  title: string;
  entityRef: string | null;
  ownerRef: string | null;
  unrouted: string | null;
}

let portal: Portal;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await Portal.create();
});

test.afterAll(() => portal?.remove());

test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) {
    await info.attach('backend.log', { body: await portal.log() });
  }
});

const intake = () => `${portal.url}/api/incidents/intake/alertmanager`;

function makeKey(name: string): Promise<CreatedKey> {
  return portal.post('/incidents/keys', {
    name,
    source: 'alertmanager',
    for: 'group:default/payments',
  });
}

/** Sends one alert that names no service, as an Alertmanager with this receiver. */
async function sendOne<T>(
  receiver: Receiver,
  alertname: string,
  arrived: () => Promise<T>,
): Promise<T> {
  const alertmanager = await Alertmanager.start(receiver);
  try {
    await alertmanager.push([
      { labels: { alertname }, startsAt: new Date().toISOString() },
    ]);
    return await arrived();
  } finally {
    await alertmanager.stop();
  }
}

async function incidentsNamed(title: string): Promise<Incident[]> {
  const { items } = await portal.get<{ items: Incident[] }>(
    `/incidents/incidents?q=${title}`,
  );
  return items;
}

const forms: [string, (secret: string) => Receiver][] = [
  ['bearer token', token => ({ url: intake(), token })],
  ['password', password => ({ url: intake(), password })],
  ['part of the URL', secret => ({ url: `${intake()}/${secret}` })],
];

async function letsAlertsIn(
  form: string,
  receiverOf: (secret: string) => Receiver,
): Promise<void> {
  const { secret } = await makeKey(form);
  const alertname = `KeyAs${form.replace(/\W/g, '')}`;

  await sendOne(receiverOf(secret), alertname, () =>
    expect
      .poll(() => incidentsNamed(alertname))
      .toEqual([
        expect.objectContaining({
          title: alertname,
          entityRef: null,
          ownerRef: 'group:default/payments',
          unrouted: null,
        }),
      ]),
  );

  const log = await portal.log();
  expect(log).toMatch(/POST \/api\/incidents\/intake\/alertmanager HTTP/);
  expect(log).not.toContain(secret);
}

for (const [form, receiverOf] of forms) {
  test(`lets alerts in with a key as ${form}, for the team of the key, and logs no key`, () =>
    letsAlertsIn(form, receiverOf));
}

test('refuses a key from its revocation on', async () => {
  const { key, secret } = await makeKey('Lost');
  await portal.post(`/incidents/keys/${key.id}/revoke`, {});

  await sendOne({ url: `${intake()}/${secret}` }, 'KeyRevoked', () =>
    expect.poll(() => portal.log()).toContain('incidents.key-refuse'),
  );

  expect(await incidentsNamed('KeyRevoked')).toEqual([]);
  expect(await portal.log()).not.toContain(secret);
});
