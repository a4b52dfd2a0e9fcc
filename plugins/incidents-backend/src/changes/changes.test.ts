import { mockCredentials } from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { as, openPortal } from '../__testUtils__/portal';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const mei = as('mei');
const nadia = as('nadia');
const service = mockCredentials.service.header();
const entityRef = 'component:default/payments-api';

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

const deployed = (more: object = {}) => ({
  kind: 'deployment',
  entityRef,
  title: 'payments-api 15.8',
  version: '15.8',
  url: 'https://ci.example.com/4711',
  actor: 'nadia',
  outcome: 'succeeded',
  source: 'ci',
  sourceId: '4711',
  startedAt: minutesAgo(16),
  finishedAt: minutesAgo(12),
  ...more,
});

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof openPortal>>;
  const onEvents: ((event: { eventPayload: unknown }) => Promise<void>)[] = [];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    onEvents.length = 0;
    portal = await openPortal(knex, [
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async () => {},
          subscribe: async ({ topics, onEvent }) => {
            expect(topics).toEqual(['incidents.changes']);
            onEvents.push(onEvent as (typeof onEvents)[number]);
          },
        }),
      }),
    ]);
  });

  afterEach(() => portal.stop());

  const tell = (body: unknown, sender = service) =>
    portal.post('/changes', body, sender);
  const kept = () => knex('change_events').count({ n: '*' }).first();
  const report = async () => {
    const { body } = await portal.post(
      '/incidents',
      { title: 'Card payments time out', entityRef },
      mei,
    );
    return body;
  };
  const send = (command: object) =>
    portal.post('/incidents/INC-1/commands', { command }, nadia);

  it('keeps a change, and nothing of its repeat', async () => {
    const { status, body } = await tell(deployed());
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        outcomes: [
          {
            id: expect.any(String),
            isNew: true,
            entityRef,
            entityKnown: true,
            error: null,
          },
        ],
      },
    });
    const again = await tell(deployed({ title: 'Something else' }));
    expect(again.body.outcomes).toEqual([
      { ...body.outcomes[0], isNew: false },
    ]);
    expect(Number((await kept())?.n)).toBe(1);
  });

  it('answers each of several, keeps the good ones, and says what the catalog does not have', async () => {
    const { body } = await tell({
      changes: [
        deployed({ entityRef: 'component:default/no-such' }),
        deployed({ sourceId: '2', kind: 'holiday' }),
        deployed({ sourceId: '3', entityRef: undefined }),
        'nonsense',
        deployed({ sourceId: '4' }),
      ],
    });
    expect(body.outcomes).toMatchObject([
      { isNew: true, entityKnown: false, error: null },
      { id: null, isNew: false, error: { field: 'kind' } },
      { id: null, isNew: false, error: { field: 'entityRef' } },
      { id: null, isNew: false, error: { field: null } },
      { isNew: true, entityKnown: true, error: null },
    ]);
    expect(Number((await kept())?.n)).toBe(2);
  });

  it.each([
    ['url', { url: 'data:text/html,hello' }],
    ['finishedAt', { finishedAt: minutesAgo(20) }],
    ['startedAt', { startedAt: minutesAgo(-60), finishedAt: undefined }],
  ])('refuses one by the name of its field: %s', async (field, wrong) => {
    const { status, body } = await tell(deployed(wrong));
    expect({ status, message: body.error.message }).toEqual({
      status: 400,
      message: expect.stringMatching(new RegExp(`^${field}: `)),
    });
  });

  it.each([[{ changes: [] }], [{ changes: Array(101).fill({}) }], [[]]])(
    'refuses a body that tells of none, or of too many',
    async body => {
      expect((await tell(body)).status).toBe(400);
      expect(Number((await kept())?.n)).toBe(0);
    },
  );

  it('lets a sender in by a key that is made for changes, whose entity need not be named', async () => {
    const keyFor = async (source: string) => {
      const { body } = await portal.post(
        '/keys',
        { name: 'Pipeline', source, for: entityRef },
        nadia,
      );
      return body.secret as string;
    };
    const secret = await keyFor('changes');
    const change = deployed({ entityRef: undefined });
    const { body } = await tell(change, `Bearer ${secret}`);
    expect(body.outcomes).toMatchObject([{ isNew: true, entityRef }]);
    const inPath = await portal.post(
      `/changes/${secret}`,
      change,
      mockCredentials.none.header(),
    );
    expect(inPath.body.outcomes).toMatchObject([{ isNew: false }]);
    const [{ key_id: keyId }] = await knex('change_events').select('key_id');
    expect(await knex('integration_keys').pluck('id')).toEqual([keyId]);

    const ofAlerts = await keyFor('alertmanager');
    expect((await tell(change, `Bearer ${ofAlerts}`)).status).toBe(401);
    const alert = await portal.post(
      '/intake/alertmanager',
      {},
      `Bearer ${secret}`,
    );
    expect(alert.status).toBe(401);
  });

  it('shows a change beside the incident that came after it, on its page and its timeline', async () => {
    await tell(deployed());
    await report();
    const { body } = await portal.get('/incidents/INC-1', mei);
    const change = {
      kind: 'deployment',
      entity: { ref: entityRef, title: 'payments-api' },
      version: '15.8',
      url: 'https://ci.example.com/4711',
      when: 'before',
    };
    expect(body).toMatchObject({ changes: [change], causedBy: null });
    expect(Math.round(body.changes[0].awayMs / 60_000)).toBe(12);
    const timeline = await portal.get('/incidents/INC-1/timeline', mei);
    expect(timeline.body.items.at(-1)).toMatchObject({
      kind: 'change',
      at: body.changes[0].finishedAt,
      change,
    });
  });

  it('takes a change for the cause, and takes that back', async () => {
    const { body } = await tell(deployed());
    const [{ id: changeId }] = body.outcomes;
    await report();
    const linked = await send({ type: 'link-change', changeId });
    expect(linked.body).toMatchObject({
      changed: true,
      incident: { causedBy: { id: changeId, version: '15.8' } },
    });
    expect(linked.body.incident.viewer.commands).toContain('unlink-change');
    expect(await send({ type: 'link-change', changeId: 'x' })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/^changeId: /) } },
    });
    await knex('change_events').delete();
    const { body: later } = await portal.get('/incidents/INC-1', mei);
    expect(later.causedBy).toMatchObject({ title: 'payments-api 15.8' });
    const unlinked = await send({ type: 'unlink-change' });
    expect(unlinked.body.incident.causedBy).toBeNull();
  });

  it('takes in what other plugins tell as an event, but nothing that is no change', async () => {
    const [take] = onEvents;
    await take({ eventPayload: deployed() });
    await take({
      eventPayload: { changes: [{}, deployed({ sourceId: '5' })] },
    });
    expect(Number((await kept())?.n)).toBe(2);
    await expect(take({ eventPayload: { changes: [] } })).rejects.toThrow(
      'changes: ',
    );
  });
});
