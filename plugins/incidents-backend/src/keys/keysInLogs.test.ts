import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { alertSourcesExtensionPoint } from '@linchpin/backstage-plugin-incidents-node';
import type { Server } from 'node:http';
import request from 'supertest';
import { firing, message } from '../alerts/alertmanager/__fixtures__/messages';
import { incidentsPlugin } from '../plugin';
import { KeyStore } from './KeyStore';
import { hashOf, newSecret } from './secret';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const good = newSecret();
const body = message(firing({ alertname: 'Down', service: 'payments-api' }));

/** All that the process writes while the work is done. */
async function written(work: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const keep = (chunk: unknown) => {
    lines.push(String(chunk));
    return true;
  };
  // Winston writes to what is behind the console.
  const { _stdout, _stderr } = console as unknown as Record<
    '_stdout' | '_stderr',
    NodeJS.WriteStream
  >;
  const spies = [_stdout, _stderr, process.stdout, process.stderr].map(stream =>
    jest.spyOn(stream, 'write').mockImplementation(keep),
  );
  try {
    await work();
  } finally {
    spies.forEach(spy => spy.mockRestore());
  }
  return lines.join('');
}

/** Every letter as `%xx`. */
function encoded(text: string): string {
  return [...Buffer.from(text)].map(byte => `%${byte.toString(16)}`).join('');
}

/** Fails where the text holds the key in any form. */
function expectWithout(secret: string, text: string): void {
  const random = secret.replace(/^linchpin_key_/, '');
  let plain = text;
  for (let layer = 0; layer < 3; layer++) {
    expect(plain).not.toContain(random);
    plain = plain.replace(/%([0-9a-f]{2})/gi, (_, hex) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
  }
  for (let shift = 0; shift < 3; shift++) {
    const coded = Buffer.from(' '.repeat(shift) + random).toString('base64');
    expect(text).not.toContain(coded.slice(4, -4));
  }
}

/** The plugin in a backend as an installation has it: its own logger, audit log and middleware. */
async function openBackend(ready: Promise<void>, config: object = {}) {
  const knex = await databases.init('SQLITE_3');
  const backend = createBackend();
  let server: Server | undefined;
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        backend: {
          baseUrl: 'http://localhost:7007',
          listen: { port: 0, host: '127.0.0.1' },
          database: { client: 'better-sqlite3', connection: ':memory:' },
          lifecycle: { startupRequestPauseTimeout: { milliseconds: 1 } },
          ...config,
        },
        incidents: { keys: { bodyLimit: 5_000 } },
      },
    }),
  );
  backend.add(
    rootHttpRouterServiceFactory({
      configure(context) {
        server = context.server;
        context.applyDefaults();
      },
    }),
  );
  backend.add(catalogServiceMock.factory({ entities: [] }));
  backend.add(
    createServiceFactory({
      service: coreServices.database,
      deps: {},
      factory: () => ({ getClient: async () => knex }),
    }),
  );
  backend.add(
    createBackendModule({
      pluginId: 'incidents',
      moduleId: 'slow',
      register: env =>
        env.registerInit({
          deps: { sources: alertSourcesExtensionPoint },
          init: () => ready,
        }),
    }),
  );
  backend.add(incidentsPlugin);
  const started = backend.start();
  const listening = async () => {
    while (!server?.listening) {
      await new Promise(resolve => setImmediate(resolve));
    }
    return server;
  };
  return {
    knex,
    started,
    server: await listening(),
    stop: () => backend.stop(),
  };
}

const INTAKE = '/api/incidents/intake';

/** Where people put a key: right, slightly wrong and quite wrong. */
function urlsWith(key: string): string[] {
  return [
    `${INTAKE}/alertmanager/${key}`,
    `${INTAKE}/alertmanager/${key}/`,
    `${INTAKE}/alertmanager/${key}?from=am`,
    `${INTAKE}/alertmanager/${encoded(key)}`,
    `${INTAKE}/alertmanager/${encoded(encoded(key))}`,
    `${INTAKE}/alertmanager/%0A${key}`,
    `${INTAKE}/alertmanager/%zz${key}`,
    `${INTAKE}/nagios/${key}`,
    `${INTAKE}/deliveries/${key}`,
    `${INTAKE}/${key}`,
    `${INTAKE}/${encoded(key)}/alertmanager`,
    `/API/Incidents//Intake/alertmanager/${key}`,
    `/api/incidents/%69ntake/alertmanager/${encoded(key)}`,
    `${INTAKE}/alertmanager?key=${key}`,
    `/incidents/intake/alertmanager/${key}`,
    `/api/proxy/${encoded(key)}`,
    `/api/incidents/changes/${key}`,
    `/API/Incidents//Changes/${encoded(key)}?from=ci`,
  ];
}

describe('a key in a URL', () => {
  it('is in no log, no answer and no table, whatever is wrong with the request', async () => {
    const texts: string[] = [];
    const bad = newSecret();
    const logs = await written(async () => {
      const { knex, started, server, stop } = await openBackend(
        Promise.resolve(),
      );
      await started;
      await new KeyStore().insert(
        knex,
        {
          id: 'key-1',
          name: 'Cluster',
          source: 'alertmanager',
          forRef: 'group:default/payments',
          createdAt: '2026-11-26T10:00:00.000Z',
          createdBy: { ref: 'user:default/nadia', name: 'Nadia' },
        },
        hashOf(good),
      );
      const statuses = new Set<number>();
      const send = async (url: string, sent: string, method = 'post') => {
        const answer = await request(server)
          [method as 'post'](url)
          .set('content-type', 'application/json')
          .set('x-forwarded-uri', url)
          .send(sent);
        statuses.add(answer.status);
        texts.push(JSON.stringify([answer.text, answer.headers]));
      };
      for (const url of [...urlsWith(good), ...urlsWith(bad)]) {
        await send(url, JSON.stringify(body));
        await send(url, '{"version": ');
        await send(
          url,
          JSON.stringify({ ...body, receiver: 'x'.repeat(6_000) }),
        );
      }
      for (const method of ['get', 'put']) {
        await send(`${INTAKE}/alertmanager/${good}`, '', method);
      }
      expect([...statuses].sort()).toEqual([202, 400, 401, 404, 413]);
      texts.push(JSON.stringify(await knex('alert_deliveries').select()));
      texts.push(JSON.stringify(await knex('integration_keys').select()));
      await stop();
    });

    expect(logs).toMatch(
      /POST \/api\/incidents\/intake\/alertmanager HTTP.* 202/,
    );
    expect(logs).toMatch(/incidents\.key-refuse/);
    for (const text of [logs, ...texts]) {
      expectWithout(good, text);
      expectWithout(bad, text);
    }
  });

  it('is in no log while the portal starts, where a rate limit refuses it, and when it has ended', async () => {
    const logs = await written(async () => {
      let begin = () => {};
      const { started, server, stop } = await openBackend(
        new Promise(resolve => {
          begin = resolve;
        }),
        { rateLimit: { incomingRequestLimit: 2, ipAllowList: [] } },
      );
      const send = async (status: number) => {
        await request(server)
          .post(`${INTAKE}/alertmanager/${good}`)
          .expect(status);
      };
      await send(503);
      begin();
      await started;
      await send(401);
      await send(429);
      await stop();
    });

    expect(logs).toMatch(/intake\/alertmanager HTTP.* 503/);
    expect(logs).toMatch(/intake\/alertmanager HTTP.* 429/);
    expectWithout(good, logs);
  });
});
