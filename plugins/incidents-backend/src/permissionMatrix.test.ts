import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  incidentReadPermission,
  incidentRespondPermission,
  incidentsPermissions,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  BODIES,
  ENTITY,
  GROUP,
  NADIA,
  PROPOSAL,
  SENT_TO_ACTIONS,
  SENT_TO_INCIDENTS,
} from './__testUtils__/bodies';
import { as, openPortal, type Policy } from './__testUtils__/portal';
import {
  createIncidentConditionalDecision,
  incidentConditions,
} from './authorization/rules';
import { OPERATIONS } from './http/openapi';
import type { Operation } from './http/Operation';

// Who may is decided above the database; how conditions become SQL is the test of `authorization`.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const mei = as('mei');
const service = mockCredentials.service.header();

/** They ask before they look at what was sent; what is good would be done meanwhile. */
const ASKING_FIRST = ['/keys', '/intake/{source}'];

/** They show what they have made, so it has to be readable. */
const SHOWING = ['/incidents', '/actions'];

/** The routes that ask for one permission, whatever they are sent. */
const ASKING = OPERATIONS.flatMap(operation => {
  const { asks } = operation;
  return typeof asks === 'object' && 'name' in asks
    ? { ...operation, permission: asks.name }
    : [];
});

/** What a route asks of the policy for each type of command. */
function askedByCommand(path: string): Readonly<Record<string, Permission>> {
  const asks = OPERATIONS.find(operation => operation.path === path)?.asks;
  return typeof asks === 'object' && 'byCommand' in asks ? asks.byCommand : {};
}

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

/** No to all permissions but these. */
function nothingBut(...names: string[]): Policy {
  return Object.fromEntries(
    incidentsPermissions
      .filter(({ name }) => !names.includes(name))
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
    const declared = { title: 'Slow', entityRef: ENTITY };
    ({ number } = (await portal.post('/incidents', declared, mei)).body);
  });

  const send = (command: object, reader = mei) =>
    portal.post(`/incidents/${number}/commands`, { command }, reader);

  const ask = ({ method, path }: Operation, reader = mei) => {
    const url = path
      .replace('{kind}/{namespace}/{name}', 'component/default/payments-api')
      .replace('{id}', number)
      .replace('{source}', 'alertmanager')
      .replace(/\{\w+\}/, 'x');
    const [body] = ASKING_FIRST.includes(path) ? [{}] : (BODIES[path] ?? [{}]);
    return method === 'get'
      ? portal.get(url, reader)
      : portal.post(url, body, reader);
  };

  it('answers nobody whom it does not know', async () => {
    for (const operation of OPERATIONS) {
      const { status } = await ask(operation, mockCredentials.none.header());
      expect({ ...operation, status }).toMatchObject({ status: 401 });
    }
  });

  it.each(ASKING)(
    'asks for $permission at $method $path, and for nothing else',
    async ({ permission, ...operation }) => {
      portal.decide(without(permission));
      expect((await ask(operation)).status).toBe(403);
      portal.decide(
        SHOWING.includes(operation.path)
          ? nothingBut(permission, incidentReadPermission.name)
          : nothingBut(permission),
      );
      expect((await ask(operation)).status).not.toBe(403);
    },
  );

  it.each(OPERATIONS.filter(({ asks }) => asks === 'person'))(
    'lets people to $path, and no service',
    async operation => {
      portal.decide(nothingBut());
      expect((await ask(operation)).status).toBe(200);
      expect((await ask(operation, service)).status).toBe(403);
    },
  );

  it.each(OPERATIONS.filter(({ asks }) => asks === 'key'))(
    'takes a key at $path, and nothing in its place',
    async operation => {
      expect((await ask(operation)).status).toBe(401);
    },
  );

  it.each(Object.values(SENT_TO_INCIDENTS))(
    'asks for the permission of $type',
    async command => {
      const { name } = askedByCommand('/incidents/{id}/commands')[command.type];
      const bulk = async () => {
        const { body } = await portal.post(
          '/incidents/commands',
          { ids: [number], command },
          mei,
        );
        return /may not send/.test(body.outcomes[0].error?.message);
      };
      const decision = (claims: string[]) => ({ [name]: only(claims) });

      for (const policy of [
        without(name),
        decision(['group:default/booking']),
      ]) {
        portal.decide(policy);
        expect((await send(command)).status).toBe(403);
        expect(await bulk()).toBe(true);
      }
      portal.decide(decision([GROUP]));
      expect((await send(command, service)).status).toBe(403);
      expect(await bulk()).toBe(false);
      expect((await send(command)).body.error?.message ?? '').not.toMatch(
        /may not send/,
      );
    },
  );

  it('asks for the permission of each command to an action item on what that came from', async () => {
    const proposal = {
      ...PROPOSAL,
      accountableRef: NADIA,
      incidents: [number],
    };
    expect((await portal.post('/actions', proposal, service)).status).toBe(403);
    const { body: action } = await portal.post('/actions', proposal, mei);

    const isRefused = async (command: object, policy: Policy) => {
      portal.decide(policy);
      const { body } = await portal.post(
        `/actions/${action.number}/commands`,
        { command },
        mei,
      );
      return /may not send/.test(body.error?.message);
    };
    const asked = askedByCommand('/actions/{id}/commands');
    for (const command of Object.values(SENT_TO_ACTIONS)) {
      const { type } = command;
      const policy = without(asked[type].name);
      expect([type, await isRefused(command, policy)]).toEqual([type, true]);
      expect([type, await isRefused(command, {})]).toEqual([type, false]);
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
    expect((await send({ type: 'follow' })).status).toBe(404);
    portal.decide({ [name]: only([GROUP]) });
    expect((await portal.get(`/incidents/${number}`, mei)).status).toBe(200);
    expect((await send({ type: 'unfollow' })).status).toBe(200);
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
