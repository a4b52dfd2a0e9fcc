import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { firing, message } from './alertmanager/__fixtures__/messages';
import { minute, openDesk } from './__testUtils__/desk';
import { createIntakeRouter } from './router';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const body = message(
  firing({ alertname: 'InstanceDown', service: 'payments-api' }),
);

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function open() {
    const desk = await openDesk(await databases.init(databaseId));
    const access = { assertKnown: jest.fn(async () => {}) };
    const auditor = mockServices.auditor.mock();
    const event = { success: jest.fn(), fail: jest.fn() };
    auditor.createEvent.mockResolvedValue(event);
    const app = express();
    app.use(
      createIntakeRouter({
        access,
        auditor,
        intake: desk.intake,
        deliveries: desk.deliveries,
        keys: { admit: jest.fn() },
        bodyLimits: {
          byToken: { bytes: 20_000, setting: 'incidents.alerts.bodyLimit' },
          byKey: { bytes: 1_000, setting: 'incidents.keys.bodyLimit' },
        },
      }),
    );
    app.use(mockErrorHandler());
    return { desk, access, auditor, event, app };
  }

  const post = (app: express.Express, text: string, type?: string) =>
    request(app)
      .post('/intake/alertmanager')
      .set('content-type', type ?? 'application/json')
      .send(text);

  it('accepts a message, and tells what became of it', async () => {
    const { desk, app, access, auditor, event } = await open();
    const text = JSON.stringify(body, null, 1);
    const accepted = await post(app, text).expect(202);
    const { deliveryId } = accepted.body;
    expect(await desk.knex('alert_deliveries').first('body')).toEqual({
      body: text,
    });

    const path = `/intake/deliveries/${deliveryId}`;
    expect((await request(app).get(path)).body.status).toBe('pending');
    await desk.processor.tick(minute(1));
    const answer = await request(app).get(path).expect(200);
    expect(answer.body).toMatchObject({
      deliveryId,
      status: 'processed',
      alerts: [{ disposition: 'incident', incidentNumber: 'INC-1' }],
    });

    expect(access.assertKnown).toHaveBeenCalledTimes(3);
    expect(access.assertKnown).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ name: 'incidents.alert.ingest' }),
    );
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'alert-ingest',
        severityLevel: 'low',
        meta: { source: 'alertmanager' },
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
  });

  it('reads JSON whatever it is called', async () => {
    const { desk, app } = await open();
    await post(app, JSON.stringify(body), 'text/plain').expect(202);
    expect(await desk.rows('alert_deliveries')).toBe(1);
  });

  it.each<[string, string, number, RegExp]>([
    ['no JSON', '{"version": "4", ', 400, /^body: is no JSON: /],
    ['nothing', '', 400, /^body: is missing/],
    ['null', 'null', 400, /^body: must be an object/],
    ['no message', '{"version":"4"}', 400, /^alerts: must be a list/],
    [
      'too much',
      JSON.stringify({ ...body, receiver: 'x'.repeat(20_000) }),
      413,
      /^body: is larger than 20000 bytes, .*incidents\.alerts\.bodyLimit/,
    ],
  ])('refuses %s, naming what is wrong', async (_, text, status, problem) => {
    const { desk, app, event } = await open();
    const answer = await post(app, text).expect(status);
    expect(answer.body.error.message).toMatch(problem);
    expect(await desk.rows('alert_deliveries')).toBe(0);
    expect(event.fail).toHaveBeenCalledTimes(1);
  });

  it('knows no other source and no other delivery', async () => {
    const { app } = await open();
    const answer = await request(app).post('/intake/nagios').send(body);
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe(
      "source: there is no alert source 'nagios'; there is alertmanager",
    );
    await request(app).get('/intake/deliveries/nothing').expect(404);
  });

  it('is closed to those who may not send', async () => {
    const { desk, app, access } = await open();
    access.assertKnown.mockRejectedValue(new NotAllowedError('not you'));
    await post(app, JSON.stringify(body)).expect(403);
    await request(app).get('/intake/deliveries/nothing').expect(403);
    expect(await desk.rows('alert_deliveries')).toBe(0);
  });

  it('asks senders to come again while there is too much to do', async () => {
    const { desk, app } = await open();
    await post(app, JSON.stringify(body)).expect(202);
    desk.now.at = minute(1);
    const refused = await post(app, JSON.stringify(body)).expect(503);
    expect(refused.headers['retry-after']).toBe('30');

    await desk.processor.tick(minute(1));
    desk.now.at = minute(1.1);
    await post(app, JSON.stringify(body)).expect(202);
  });
});
