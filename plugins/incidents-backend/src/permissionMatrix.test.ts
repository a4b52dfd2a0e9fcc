import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  alertIngestPermission,
  changeIngestPermission,
  COMMAND_PERMISSIONS,
  COMMANDS,
  incidentParticipatePermission,
  incidentReadPermission,
  incidentReportPermission,
  incidentRespondPermission,
  incidentsPermissions,
  keyManagePermission,
  setupManagePermission,
  setupReadPermission,
  type ActionCommandType,
  type UserCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import { ACTION_COMMANDS } from '@linchpin/backstage-plugin-incidents-common/actions';
import { as, openPortal, type Policy } from './__testUtils__/portal';
import {
  createIncidentConditionalDecision,
  incidentConditions,
} from './authorization/rules';
import { OPERATIONS } from './http/openapi';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const mei = as('mei');
const service = mockCredentials.service.header();
const AT = '2026-11-21T10:00:00Z';
const entityRef = 'component:default/payments-api';
const group = 'group:default/payments';

/** What commands have to say beside their type, those that have to. */
const bodies: Record<string, object> = {
  dismiss: { reason: 'other' },
  'pass-on': { to: group, reason: 'Theirs' },
  'change-status': { to: 'fixing' },
  hold: { reason: 'vendor', resumeBy: AT },
  'post-update': { impact: 'Slow', action: 'Looking' },
  'add-note': { text: 'Seen' },
  reopen: { reason: 'Again' },
  merge: { into: 'INC-9' },
  'move-out': { alerts: ['x'] },
  prioritise: { impact: 'low', urgency: 'low', risks: [] },
  'assign-entity': { entityRef },
  'mark-affected': { entityRef, level: 'suspected' },
  'unmark-affected': { entityRef },
  'link-change': { changeId: 'x' },
  rename: { title: 'Slower' },
  'correct-time': { stamp: 'detectedAt', at: AT, reason: 'Earlier' },
};
const commands = Object.keys(COMMANDS) as UserCommandType[];

const nadia = 'user:default/nadia';
/** The same of the commands to action items. */
const actionBodies: Record<string, object> = {
  verify: { how: 'Tried' },
  reopen: { reason: 'Again' },
  'wont-do': { reason: 'No use' },
  assign: { responsibleRef: null },
  'make-accountable': { accountableRef: nadia },
  edit: { title: 'Shard', actionType: 'prevent', priority: 'P3' },
  'move-to-entity': { entityRef },
  'move-due': { dueOn: '2999-12-31', reason: 'Later' },
  'link-incident': { incident: 'INC-1' },
  'unlink-incident': { incident: 'INC-1' },
  'add-note': { text: 'Seen' },
  'link-ticket': { url: 'https://tracker.example/1' },
  'make-ticket': { tracker: 'jira' },
};
const actionCommands = Object.keys(ACTION_COMMANDS) as ActionCommandType[];

/** What each route asks the policy; the commands on incidents ask by the table. */
const routes: Record<string, string | null> = {
  'get /incidents': incidentReadPermission.name,
  'post /incidents': incidentReportPermission.name,
  'post /incidents/commands': null,
  'get /incidents/export': incidentReadPermission.name,
  'get /incidents/{id}': incidentReadPermission.name,
  'get /incidents/{id}/timeline': incidentReadPermission.name,
  'post /incidents/{id}/commands': null,
  'get /incidents/{id}/review': incidentReadPermission.name,
  // By the table of its commands; see `reviews/ReviewGate.test.ts`.
  'post /incidents/{id}/review/commands': null,
  'get /incidents/{id}/review/sections/{section}/versions':
    incidentReadPermission.name,
  'get /incidents/{id}/review/document': incidentReadPermission.name,
  'get /reviews': incidentReadPermission.name,
  'get /actions': incidentReadPermission.name,
  // By the incidents that they came from, and by the table.
  'post /actions': null,
  'post /actions/commands': null,
  'get /actions/trackers': incidentReadPermission.name,
  'get /actions/{id}': incidentReadPermission.name,
  'post /actions/{id}/commands': null,
  'get /inbox': incidentReadPermission.name,
  'get /entities/{kind}/{namespace}/{name}': incidentReadPermission.name,
  'get /entities/{kind}/{namespace}/{name}/history':
    incidentReadPermission.name,
  'get /search-documents/incidents': incidentReadPermission.name,
  'get /search-documents/reviews': incidentReadPermission.name,
  'get /insights': incidentReadPermission.name,
  'get /reviews/factors': incidentReadPermission.name,
  'get /actions/follow-through': incidentReadPermission.name,
  'get /facts': incidentReadPermission.name,
  'get /reports/preview': incidentReportPermission.name,
  'get /entities/{kind}/{namespace}/{name}/dependants': null,
  'get /options/entities': null,
  'get /options/groups': null,
  'get /options/users': null,
  'get /keys': keyManagePermission.name,
  'post /keys': keyManagePermission.name,
  'post /keys/{id}/revoke': keyManagePermission.name,
  'get /imports': setupReadPermission.name,
  'post /imports': setupManagePermission.name,
  'get /imports/{id}': setupReadPermission.name,
  'post /imports/{id}/start': setupManagePermission.name,
  'post /imports/{id}/cancel': setupManagePermission.name,
  'get /setup': setupReadPermission.name,
  'post /setup/not-sent/resend': setupManagePermission.name,
  'post /intake/{source}': alertIngestPermission.name,
  // The key itself is the grant.
  'post /intake/{source}/{key}': null,
  'post /changes': changeIngestPermission.name,
  'post /changes/{key}': null,
  'get /intake/deliveries/{deliveryId}': alertIngestPermission.name,
};

const only = (claims: string[]) =>
  createIncidentConditionalDecision(
    incidentReadPermission,
    incidentConditions.isOwner({ claims }),
  );

const deny = { result: AuthorizeResult.DENY } as const;

/** Yes to all permissions but one. */
function without(name: string): Policy {
  return { [name]: deny };
}

/** No to all permissions but one. */
function nothingBut(name: string): Policy {
  return Object.fromEntries(
    incidentsPermissions
      .filter(permission => permission.name !== name)
      .map(permission => [permission.name, deny]),
  );
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let portal: Awaited<ReturnType<typeof openPortal>>;
  let number: string;

  beforeAll(async () => {
    portal = await openPortal(await databases.init(databaseId));
  });

  afterAll(() => portal.stop());

  beforeEach(async () => {
    portal.decide({});
    const declared = { title: 'Slow', entityRef };
    ({ number } = (await portal.post('/incidents', declared, mei)).body);
  });

  const send = (type: UserCommandType, reader = mei) =>
    portal.post(
      `/incidents/${number}/commands`,
      { command: { type, ...bodies[type] } },
      reader,
    );

  const ask = ({ method, path }: (typeof OPERATIONS)[number], reader = mei) => {
    const url = path
      .replace('{kind}/{namespace}/{name}', 'component/default/payments-api')
      .replace('{id}', number)
      .replace('{source}', 'alertmanager')
      .replace(/\{\w+\}/, 'x');
    const body = url.endsWith('/commands')
      ? { command: { type: 'follow' } }
      : { title: 'Slow', ids: ['x'] };
    return method === 'get'
      ? portal.get(url, reader)
      : portal.post(
          url,
          url === '/incidents/commands' ? { ids: [number], ...body } : body,
          reader,
        );
  };

  it('knows what every route asks', () => {
    expect(
      OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort(),
    ).toEqual(Object.keys(routes).sort());
  });

  it('answers nobody whom it does not know', async () => {
    for (const operation of OPERATIONS) {
      const { status } = await ask(operation, mockCredentials.none.header());
      expect({ ...operation, status }).toMatchObject({ status: 401 });
    }
  });

  it('asks for the permission of each route, and for no other', async () => {
    for (const operation of OPERATIONS) {
      const { method, path } = operation;
      const name = routes[`${method} ${path}`];
      if (!name) {
        continue;
      }
      portal.decide(without(name));
      const refused = await ask(operation);
      portal.decide(
        // What was declared is shown, so it has to be readable.
        path === '/incidents' ? {} : nothingBut(name),
      );
      const allowed = await ask(operation);
      expect({ method, path, status: refused.status }).toEqual({
        method,
        path,
        status: 403,
      });
      expect({ method, path, refused: allowed.status === 403 }).toEqual({
        method,
        path,
        refused: false,
      });
    }
  });

  it.each(commands)('asks for the permission of %s', async type => {
    const { name } = COMMAND_PERMISSIONS[COMMANDS[type].permission];
    const bulk = async () => {
      const { body } = await portal.post(
        '/incidents/commands',
        { ids: [number], command: { type, ...bodies[type] } },
        mei,
      );
      return /may not send/.test(body.outcomes[0].error?.message);
    };
    const decision = (claims: string[]) => ({ [name]: only(claims) });

    for (const policy of [without(name), decision(['group:default/booking'])]) {
      portal.decide(policy);
      expect((await send(type)).status).toBe(403);
      expect(await bulk()).toBe(true);
    }
    portal.decide(decision([group]));
    expect((await send(type, service)).status).toBe(403);
    expect(await bulk()).toBe(false);
    expect((await send(type)).body.error?.message ?? '').not.toMatch(
      /may not send/,
    );
  });

  it('asks for the permission of each command to an action item on what that came from', async () => {
    const proposal = {
      title: 'Shard',
      type: 'prevent',
      accountableRef: nadia,
      incidents: [number],
    };
    portal.decide(without(incidentParticipatePermission.name));
    expect((await portal.post('/actions', proposal, mei)).status).toBe(403);
    portal.decide({});
    expect((await portal.post('/actions', proposal, service)).status).toBe(403);
    const { body: action } = await portal.post('/actions', proposal, mei);

    const isRefused = async (type: ActionCommandType, policy: Policy) => {
      portal.decide(policy);
      const { body } = await portal.post(
        `/actions/${action.number}/commands`,
        { command: { type, ...actionBodies[type] } },
        mei,
      );
      return /may not send/.test(body.error?.message);
    };
    for (const type of actionCommands) {
      const { name } = COMMAND_PERMISSIONS[ACTION_COMMANDS[type].permission];
      expect([type, await isRefused(type, without(name))]).toEqual([
        type,
        true,
      ]);
      expect([type, await isRefused(type, {})]).toEqual([type, false]);
    }
    portal.decide(without(incidentRespondPermission.name));
    const { body } = await portal.post(
      '/actions/commands',
      { ids: [action.id], command: { type: 'nudge' } },
      mei,
    );
    expect(body.items).toEqual([
      { id: action.id, error: expect.stringMatching(/may not send/) },
    ]);
  });

  it('hides what the policy lets somebody not read', async () => {
    const { name } = incidentReadPermission;
    portal.decide({ [name]: only(['group:default/booking']) });
    expect((await portal.get('/incidents', mei)).body.items).toEqual([]);
    expect((await portal.get(`/incidents/${number}`, mei)).status).toBe(404);
    expect((await send('follow')).status).toBe(404);
    portal.decide({ [name]: only([group]) });
    expect((await portal.get(`/incidents/${number}`, mei)).status).toBe(200);
    expect((await send('unfollow')).status).toBe(200);
  });

  it('lets no service declare an incident', async () => {
    const { items } = (await portal.get('/incidents', mei)).body;
    const { status } = await portal.post(
      '/incidents',
      { title: 'Slow' },
      service,
    );
    expect(status).toBe(403);
    expect((await portal.get('/incidents', mei)).body.items).toEqual(items);
  });
});
