import {
  createServiceFactory,
  type AuditorService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { nowServiceRef } from '@linchpin/backstage-plugin-incidents-node';
import { as, openPortal } from '../__testUtils__/portal';
import { firing, message } from '../alerts/alertmanager/__fixtures__/messages';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { basicHeader } from './presentedKey';
import { newSecret } from './secret';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const START = '2026-11-26T10:00:00.000Z';
const group = 'group:default/payments';
const entity = 'component:default/payments-api';
const nadia = as('nadia');
const mei = as('mei');
const deny = { result: AuthorizeResult.DENY } as const;
/** Nobody but those who own something makes keys for it. */
const ordinary = { 'incidents.setup.manage': deny };
const bearer = (secret: string) => `Bearer ${secret}`;

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let portal: Awaited<ReturnType<typeof openPortal>>;
  let knex: Awaited<ReturnType<typeof databases.init>>;
  let time: string;
  const auditor = mockServices.auditor.mock();
  const ended = { success: jest.fn(), fail: jest.fn() };

  beforeEach(async () => {
    time = START;
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue(ended);
    const userInfo = mockServices.userInfo.mock();
    userInfo.getUserInfo.mockImplementation(async ({ principal }) => {
      const { userEntityRef } = principal as { userEntityRef: string };
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...(userEntityRef === 'user:default/nadia' ? [group] : []),
        ],
      };
    });
    knex = await databases.init(databaseId);
    portal = await openPortal(knex, [
      auditor.factory,
      userInfo.factory,
      mockServices.rootConfig.factory({
        data: {
          incidents: { keys: { perMinute: 60, burst: 3, bodyLimit: '2kb' } },
        },
      }),
      createServiceFactory({
        service: nowServiceRef,
        deps: {},
        factory: () => ({ now: () => time }),
      }),
    ]);
    portal.decide(ordinary);
  });

  afterEach(() => portal.stop());

  const create = (request: object, person = nadia) =>
    portal.post(
      '/keys',
      { name: 'Cluster', source: 'alertmanager', for: group, ...request },
      person,
    );
  const secretFor = async (ref: string): Promise<string> =>
    (await create({ for: ref }).expect(201)).body.secret;
  const list = async (person = nadia, query = '') =>
    (await portal.get(`/keys${query}`, person).expect(200)).body;
  const send = (credentials: string, labels: object = {}, path = '') =>
    portal.post(
      `/intake/alertmanager${path}`,
      message(firing({ alertname: 'Down', ...labels })),
      credentials,
    );
  const events = () =>
    auditor.createEvent.mock.calls.map(
      ([{ eventId, meta }]: Parameters<AuditorService['createEvent']>) => ({
        eventId,
        ...meta,
      }),
    );

  /** What became of a message, once it is processed. */
  async function outcomeOf(deliveryId: string) {
    for (;;) {
      const { body } = await portal.get(
        `/intake/deliveries/${deliveryId}`,
        mei,
      );
      if (body.status !== 'pending') {
        return body.alerts[0];
      }
    }
  }

  it('is shown to whoever makes it, once, and kept as a hash', async () => {
    const { body } = await create({ for: entity }).expect(201);

    expect(body.secret).toMatch(/^linchpin_key_[0-9a-f]{40}$/);
    expect(body.key).toEqual({
      id: expect.any(String),
      name: 'Cluster',
      source: { id: 'alertmanager', title: 'Alertmanager' },
      for: { ref: entity, title: 'payments-api' },
      createdAt: START,
      createdBy: {
        ref: 'user:default/nadia',
        title: expect.stringMatching(/^nadia$/i),
      },
      lastUsedAt: null,
      revoked: null,
    });
    const listed = await list();
    expect(listed).toMatchObject({
      items: [body.key],
      nextCursor: null,
      sources: [
        {
          id: 'alertmanager',
          title: 'Alertmanager',
          url: expect.stringMatching(/\/api\/incidents\/intake\/alertmanager$/),
        },
        {
          id: 'changes',
          title: 'Changes',
          url: expect.stringMatching(/\/api\/incidents\/changes$/),
        },
      ],
      groups: [{ ref: group, title: expect.any(String) }],
      mayManageAll: false,
    });
    const rows = await knex('integration_keys').select();
    expect(JSON.stringify([listed, rows])).not.toContain(body.secret.slice(13));
    expect(events()).toEqual([
      {
        eventId: 'key-create',
        name: 'Cluster',
        source: 'alertmanager',
        for: entity,
      },
    ]);
  });

  it('opens the intake as bearer, as password and in the path', async () => {
    const secret = await secretFor(entity);
    const none = mockCredentials.none.header();

    await send(bearer(secret)).expect(202);
    await send(basicHeader(secret)).expect(202);
    await send(none, {}, `/${secret}`).expect(202);

    expect(await knex('alert_deliveries').pluck('key_for')).toEqual(
      Array(3).fill(entity),
    );
    const [{ id }] = (await list()).items;
    expect(events().slice(1)).toEqual(
      Array(3).fill({
        eventId: 'alert-ingest',
        source: 'alertmanager',
        key: id,
      }),
    );
    const headers = await knex('alert_deliveries').pluck('headers');
    expect(headers.join()).not.toMatch(/authorization|linchpin_key_[0-9a-f]/);
  });

  it('opens nothing else', async () => {
    const secret = await secretFor(group);
    const { body } = await send(bearer(secret)).expect(202);

    for (const path of [
      `/intake/deliveries/${body.deliveryId}`,
      '/incidents',
      '/keys',
      '/setup',
    ]) {
      for (const credentials of [
        bearer(secret),
        mockCredentials.none.header(),
      ]) {
        expect((await portal.get(path, credentials)).status).toBe(401);
      }
    }
    await portal.post('/intake/nagios', {}, bearer(secret)).expect(401);
  });

  it('is refused with a clear word, and audited, where it is wrong or revoked', async () => {
    const refused = async (credentials: string, path = '') => {
      const { body } = await send(credentials, {}, path).expect(401);
      return body.error.message;
    };
    const { body } = await create({}).expect(201);
    const { id } = body.key;

    for (const wrong of [newSecret(), body.secret.slice(0, -1), 'x']) {
      expect(await refused(basicHeader(wrong))).toMatch(
        /no such integration key/,
      );
      expect(await refused(nadia, `/${wrong}`)).toMatch(
        /no such integration key/,
      );
    }
    await knex('integration_keys').update({ source: 'nagios' });
    expect(await refused(bearer(body.secret))).toBe(
      "The integration key is for messages of 'nagios', not of 'alertmanager'",
    );
    await portal.post(`/keys/${id}/revoke`, {}, nadia).expect(200);
    expect(await refused(bearer(body.secret))).toBe(
      `The integration key was revoked at ${START}`,
    );

    expect(events().filter(({ eventId }) => eventId === 'key-refuse')).toEqual([
      ...Array(6).fill({
        eventId: 'key-refuse',
        source: 'alertmanager',
        reason: 'unknown',
      }),
      ...['other-source', 'revoked'].map(reason => ({
        eventId: 'key-refuse',
        source: 'alertmanager',
        reason,
        key: id,
      })),
    ]);
    expect(ended.fail).toHaveBeenCalledTimes(8);
    expect(await knex('alert_deliveries').select()).toEqual([]);
  });

  it('says who revoked it and when, and stays revoked', async () => {
    const { body } = await create({}).expect(201);
    time = '2026-11-26T11:00:00.000Z';
    const path = `/keys/${body.key.id}/revoke`;
    await portal.post(path, {}, nadia).expect(200);

    portal.decide({});
    time = '2026-11-26T12:00:00.000Z';
    const { body: again } = await portal.post(path, {}, mei).expect(200);
    expect(again.revoked).toEqual({
      at: '2026-11-26T11:00:00.000Z',
      by: {
        ref: 'user:default/nadia',
        title: expect.stringMatching(/^nadia$/i),
      },
    });
    await portal.post('/keys/x/revoke', {}, nadia).expect(404);
  });

  it('is for members, owners and those who manage the set-up alone', async () => {
    const { body } = await create({ for: entity }).expect(201);
    for (const ref of [group, entity]) {
      const { body: problem } = await create({ for: ref }, mei).expect(403);
      expect(problem.error.message).toMatch(/members|owners/);
    }
    await portal.post(`/keys/${body.key.id}/revoke`, {}, mei).expect(403);
    expect((await list(mei)).items).toEqual([]);
    const service = mockCredentials.service.header();
    await portal.post('/keys', {}, service).expect(403);

    portal.decide({});
    expect((await list(mei)).items).toHaveLength(1);
    await create({}, mei).expect(201);
  });

  it.each([
    [{ name: ' ' }, /^name: /],
    [{ source: 'nagios' }, /^source: there is no alert source 'nagios'/],
    [{ for: 'group:default/nobody' }, /^for: the catalog has no group/],
    [{ for: 'user:default/nadia' }, /^for: must be a group or an entity/],
    [{ for: 'payments' }, /^for: must be a complete entity ref/],
  ])('is not made of %j', async (request, problem) => {
    const { body } = await create(request).expect(400);
    expect(body.error.message).toMatch(problem);
    expect((await list()).items).toEqual([]);
  });

  it('is listed newest first, page by page', async () => {
    const names = [];
    for (let n = 0; n < 3; n++) {
      time = `2026-11-26T10:0${n}:00.000Z`;
      names.unshift((await create({ name: `Key ${n}` })).body.key.name);
    }
    const first = await list(nadia, '?limit=2');
    const second = await list(nadia, `?limit=2&cursor=${first.nextCursor}`);

    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(
      names,
    );
    expect(second.nextCursor).toBeNull();
    await portal.get('/keys?cursor=x', nadia).expect(400);
  });

  it('shows when it was used last, to the minute', async () => {
    const secret = await secretFor(group);
    const usedAt = async (now: string) => {
      time = now;
      const { body } = await send(bearer(secret)).expect(202);
      // Before time goes on, so that nothing waits for long.
      await outcomeOf(body.deliveryId);
      return (await list()).items[0].lastUsedAt;
    };
    const minuteLater = '2026-11-26T10:01:00.000Z';

    expect(await usedAt(START)).toBe(START);
    expect(await usedAt('2026-11-26T10:00:59.000Z')).toBe(START);
    expect(await usedAt(minuteLater)).toBe(minuteLater);
  });

  it('sends so much and no more, each key by itself', async () => {
    const [one, other] = [await secretFor(group), await secretFor(group)];
    for (let n = 0; n < 3; n++) {
      await send(bearer(one)).expect(202);
    }
    const refused = await send(bearer(one)).expect(503);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.body.error.message).toBe(
      'This integration key has sent too many messages; send it again in 1 seconds',
    );
    await send(bearer(other)).expect(202);

    time = '2026-11-26T10:00:01.000Z';
    await send(bearer(one)).expect(202);
    await send(bearer(one)).expect(503);
  });

  it('sends nothing that is too large, while a token of the portal may', async () => {
    const secret = await secretFor(group);
    const large = { runbook: 'x'.repeat(3_000) };

    const { body } = await send(bearer(secret), large).expect(413);
    expect(body.error.message).toBe(
      'body: is larger than 2048 bytes, the limit of incidents.keys.bodyLimit',
    );
    await send(mei, large).expect(202);
  });

  it('brings alerts to what it is for where their labels leave that open', async () => {
    const outcome = async (ref: string, labels: object) => {
      const secret = await secretFor(ref);
      const { body } = await send(bearer(secret), labels).expect(202);
      const { incidentNumber } = await outcomeOf(body.deliveryId);
      const { body: incident } = await portal.get(
        `/incidents/${incidentNumber}`,
        nadia,
      );
      const { entityRef, ownerRef, unrouted, routing } = incident;
      return {
        entityRef,
        ownerRef,
        unrouted,
        steps: routing.map(({ step }: { step: string }) => step),
      };
    };

    expect(await outcome(group, { alertname: 'A' })).toEqual({
      entityRef: null,
      ownerRef: group,
      unrouted: null,
      steps: ['key-of-group', 'members'],
    });
    expect(
      await outcome(entity, { alertname: 'B', service: 'unknown' }),
    ).toEqual({
      entityRef: entity,
      ownerRef: group,
      unrouted: null,
      steps: ['key-of-entity', 'owned-by', 'members'],
    });
    const labelled = { alertname: 'C', service: 'payments-api' };
    expect(await outcome(group, labelled)).toMatchObject({
      entityRef: entity,
      steps: ['key-of-entity', 'owned-by', 'members'],
    });
  });
});
