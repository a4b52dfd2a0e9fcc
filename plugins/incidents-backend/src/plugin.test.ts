import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { notificationService } from '@backstage/plugin-notifications-node';
import { incidentRespondPermission } from '@linchpin/backstage-plugin-incidents-common';
import request from 'supertest';
import { entities } from './__testUtils__/portal';
import {
  createIncidentConditionalDecision,
  incidentConditions,
} from './authorization/rules';
import { incidentsPlugin } from './plugin';

const service = mockCredentials.service.header();
const user = mockCredentials.user.header();

function alertmanagerMessage(status: 'firing' | 'resolved') {
  return {
    version: '4',
    groupKey: '{}:{}',
    truncatedAlerts: 0,
    status,
    receiver: 'portal',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager',
    alerts: [
      {
        status,
        labels: {
          alertname: 'HighErrorRate',
          service: 'payments-api',
          severity: 'warning',
        },
        annotations: { summary: 'Errors above 5 %' },
        startsAt: '2026-11-21T10:00:00Z',
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: '',
        fingerprint: 'a1b2c3d4e5f60718',
      },
    ],
  };
}

describe('the plugin', () => {
  let backend: TestBackend;
  const sent: string[] = [];
  const permissions = mockServices.permissions.mock();

  beforeEach(async () => {
    sent.length = 0;
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
    backend = await startTestBackend({
      features: [
        incidentsPlugin,
        catalogServiceMock.factory({ entities }),
        permissions.factory,
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            async send({ recipients, payload }) {
              if (recipients.type === 'entity') {
                sent.push(`${recipients.entityRef}: ${payload.title}`);
              }
            },
          }),
        }),
      ],
    });
  });

  afterEach(async () => {
    await backend.stop();
  });

  const get = (path: string, as = user) =>
    request(backend.server)
      .get(`/api/incidents${path}`)
      .set('Authorization', as);
  const post = (path: string, body: object, as = user) =>
    request(backend.server)
      .post(`/api/incidents${path}`)
      .set('Authorization', as)
      .send(body);

  /** Asks again until the answer is as expected; what is asked for happens soon after. */
  async function eventually<T>(ask: () => Promise<T>, expected: T) {
    for (let turn = 0; turn < 500; turn++) {
      const answer = await ask();
      if (JSON.stringify(answer) === JSON.stringify(expected)) {
        break;
      }
      await new Promise(setImmediate);
    }
    expect(await ask()).toEqual(expected);
  }

  it('carries an alert to its end: told, taken, told on, resolved and remembered', async () => {
    const kept = await post(
      '/intake/alertmanager',
      alertmanagerMessage('firing'),
      service,
    );
    expect(kept.status).toBe(202);
    const { deliveryId } = kept.body;
    await eventually(
      async () =>
        (
          await get(`/intake/deliveries/${deliveryId}`, service)
        ).body.alerts?.map(
          (alert: { incidentNumber: string; ownerRef: string }) => [
            alert.incidentNumber,
            alert.ownerRef,
          ],
        ),
      [['INC-1', 'group:default/payments']],
    );
    await eventually(
      async () => sent,
      ['user:default/nadia: P3 Errors above 5 %'],
    );

    const send = (command: object) =>
      post('/incidents/INC-1/commands', { command });
    expect((await send({ type: 'acknowledge' })).body.incident).toMatchObject({
      status: 'investigating',
      leadRef: 'user:default/mock',
      alertCount: 1,
    });
    expect(
      (await send({ type: 'post-update', impact: 'x', action: 'y' })).status,
    ).toBe(200);
    expect((await send({ type: 'resolve' })).body.incident.status).toBe(
      'resolved',
    );
    expect(await send({ type: 'resolve' })).toMatchObject({
      status: 409,
      body: {
        error: { name: 'ConflictError' },
        current: { number: 'INC-1', status: 'resolved' },
      },
    });

    const card = await get('/entities/component/default/payments-api');
    expect(card.body).toMatchObject({
      live: [],
      owner: { title: 'Payments' },
      told: [{ title: 'Nadia' }],
      last90Days: { incidents: 1 },
    });
    const history = await get(
      '/entities/component/default/payments-api/history',
    );
    expect(history.body).toMatchObject({
      total: 1,
      items: [{ number: 'INC-1', status: 'resolved' }],
    });
  });

  it('gives alerts that are moved out an incident of their own, and offers it while something remains', async () => {
    const message = alertmanagerMessage('firing');
    const [alert] = message.alerts;
    message.alerts.push({
      ...alert,
      labels: { ...alert.labels, alertname: 'DiskFull' },
      annotations: { summary: 'The disk is full' },
      fingerprint: 'b1b2c3d4e5f60718',
    });
    await post('/intake/alertmanager', message, service);
    await eventually(
      async () => (await get('/incidents/INC-1')).body.alertCount,
      2,
    );
    const { body: before } = await get('/incidents/INC-1');
    expect(before.viewer.commands).toContain('move-out');
    const moveOut = (...ids: string[]) =>
      post('/incidents/INC-1/commands', {
        command: { type: 'move-out', alerts: ids },
      });
    const idOf = (title: string) =>
      before.alerts.find((each: { title: string }) => each.title === title).id;

    expect(await moveOut('nobody')).toMatchObject({
      status: 400,
      body: { error: { message: 'alerts: INC-1 has no alert nobody' } },
    });
    const { status, body } = await moveOut(idOf('The disk is full'));
    expect(status).toBe(200);
    expect(body.incident).toMatchObject({ number: 'INC-1', alertCount: 1 });
    expect(body.incident.viewer.commands).not.toContain('move-out');

    expect((await get('/incidents/INC-2')).body).toMatchObject({
      title: 'The disk is full',
      status: 'triage',
      entityRef: 'component:default/payments-api',
      owner: { title: 'Payments' },
      told: [{ title: 'Nadia' }],
      alerts: [{ title: 'The disk is full', firing: true }],
    });
    await eventually(
      async () => sent,
      [
        'user:default/nadia: P3 Errors above 5 %',
        'user:default/nadia: P3 The disk is full',
      ],
    );
  });

  it('names the field that is wrong, and keeps nothing of it', async () => {
    expect(await post('/incidents', { title: ' ' })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/^title: /) } },
    });
    expect(
      await post('/intake/alertmanager', { version: '3' }, service),
    ).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/version/) } },
    });
    for (const [field, wrong] of [
      ['entityRef', { entityRef: 'component:default/nowhere' }],
      ['affected.0', { affected: ['component:default/nowhere'] }],
      ['recurrenceOf', { recurrenceOf: 'INC-9' }],
    ] as const) {
      const { status, body } = await post('/incidents', {
        title: 'Card payments time out',
        ...wrong,
      });
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringContaining(`${field}: `),
      ]);
    }
    expect((await get('/incidents?limit=0')).status).toBe(400);
    expect((await get('/incidents')).body.items).toEqual([]);
  });

  it('answers nobody without credentials, and nothing that the policy denies', async () => {
    expect(
      (await get('/incidents', mockCredentials.none.header())).status,
    ).toBe(401);
    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    );
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    );

    for (const path of ['/incidents', '/inbox', '/setup', '/reports/preview']) {
      expect({ path, status: (await get(path)).status }).toEqual({
        path,
        status: 403,
      });
    }
    expect((await post('/incidents', { title: 'x' })).status).toBe(403);
    expect(
      (
        await post(
          '/intake/alertmanager',
          alertmanagerMessage('firing'),
          service,
        )
      ).status,
    ).toBe(403);
  });

  it('describes every route that it has', async () => {
    const { body } = await get('/openapi.json');

    expect(body.openapi).toBe('3.0.3');
    for (const [path, operations] of Object.entries<Record<string, unknown>>(
      body.paths,
    )) {
      for (const method of Object.keys(operations)) {
        const url = path.replace(/\{\w+\}/g, 'x');
        const { status, body: answer } = await (method === 'get'
          ? get(url)
          : post(url, {}));
        const isKnown = status !== 404 || answer.error?.message?.includes('x');
        expect({ method, path, isKnown }).toEqual({
          method,
          path,
          isKnown: true,
        });
      }
    }
  });

  it('merges only where both incidents are for this person to work', async () => {
    const report = async (title: string, entityRef?: string) =>
      (await post('/incidents', { title, entityRef })).body.number;
    const ours = await report('Cards fail', 'component:default/payments-api');
    const theirs = await report('Nobody knows');
    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(({ permission }) =>
        permission.name === 'incidents.incident.respond'
          ? createIncidentConditionalDecision(
              incidentRespondPermission,
              incidentConditions.isOwner({
                claims: ['group:default/payments'],
              }),
            )
          : { result: AuthorizeResult.ALLOW },
      ),
    );
    const merge = (from: string, into: string) =>
      post(`/incidents/${from}/commands`, { command: { type: 'merge', into } });

    expect((await merge(ours, theirs)).status).toBe(403);
    expect((await merge(theirs, ours)).status).toBe(403);

    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
    expect((await merge(theirs, ours)).status).toBe(200);
  });

  it('reports, joins and follows as people do', async () => {
    const { status, body } = await post('/incidents', {
      title: 'Card payments time out',
      entityRef: 'component:default/payments-api',
      clientId: 'once',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: 'INC-1',
      status: 'triage',
      priority: 'P3',
      viewer: { isReporter: true, follows: true },
    });
    expect(
      (
        await post('/incidents', {
          title: 'Card payments time out',
          clientId: 'once',
        })
      ).body.number,
    ).toBe('INC-1');

    const again = await post('/incidents', {
      title: 'Card payments time out again',
      recurrenceOf: 'INC-1',
    });
    expect(again.body.recurrenceOf).toEqual({
      id: body.id,
      number: 'INC-1',
    });

    const bulk = await post('/incidents/commands', {
      ids: ['INC-1', 'INC-9'],
      command: { type: 'report-affected' },
    });
    expect(bulk.body.outcomes).toMatchObject([
      { number: 'INC-1', changed: true, error: null },
      { id: 'INC-9', changed: false, error: { message: 'No incident INC-9' } },
    ]);
    const timeline = await get('/incidents/INC-1/timeline?order=oldest');
    expect(
      timeline.body.items.map((item: { type: string }) => item.type),
    ).toEqual(['declared', 'routed', 'followed', 'affected-reported']);
    expect((await get('/incidents?mine=reported')).body.items).toHaveLength(2);
  });
});
