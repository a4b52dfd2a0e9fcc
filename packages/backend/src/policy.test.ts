import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type BackstageCredentials,
  type BackstageUserPrincipal,
  type HttpAuthService,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { DefinitivePolicyDecision } from '@backstage/plugin-permission-common';
import {
  ServerPermissionClient,
  type PermissionPolicy,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import incidentsPlugin from '@linchpin/backstage-plugin-incidents-backend';
import {
  alertIngestPermission,
  COMMANDS,
  type UserCommandType,
} from '@linchpin/backstage-plugin-incidents-common';
import { policy } from './policy';

jest.setTimeout(120_000);

const AT = '2026-11-21T10:00:00Z';
const entityRef = 'component:default/payments-api';

/** Who asks, and the groups that they answer for. */
const GROUPS = {
  'a member of the owner': ['payments'],
  'a member of the group above': ['finance'],
  'the reporter': ['booking'],
  'somebody who took it': ['booking'],
  'a follower': ['booking'],
  'a stranger': ['booking'],
};
type Person = keyof typeof GROUPS;
type Asker = Person | 'nobody' | 'a service' | 'a sender of alerts';

const PEOPLE = Object.keys(GROUPS) as Person[];
const ASKERS: readonly Asker[] = [
  ...PEOPLE,
  'nobody',
  'a service',
  'a sender of alerts',
];

/** The policy's word for those who work an incident. */
const RESPONDERS: readonly Asker[] = [
  'a member of the owner',
  'somebody who took it',
];

/** Whom the private incident concerns: who answers for it, and who reported it and took it. */
const CONCERNED: readonly Asker[] = ['a member of the owner', 'the reporter'];

const SENDER = 'Bearer token-of-a-sender';

/** What an external token is that is open for alerts alone. */
const sender = mockCredentials.service('external:alertmanager', {
  permissionNames: [alertIngestPermission.name],
});

function userRef(person: Person): string {
  return `user:default/${person.replaceAll(' ', '-')}`;
}

function authorization(asker: Asker): string {
  switch (asker) {
    case 'nobody':
      return mockCredentials.none.header();
    case 'a service':
      return mockCredentials.service.header();
    case 'a sender of alerts':
      return SENDER;
    default:
      return mockCredentials.user.header(userRef(asker));
  }
}

const READERS: readonly Asker[] = [...PEOPLE, 'a service'];
const SENDERS: readonly Asker[] = [...READERS, 'a sender of alerts'];

/** Who is let through at each route; the others are not. */
const ROUTES: Record<string, readonly Asker[]> = {
  'get /incidents': READERS,
  'post /incidents': PEOPLE,
  // Each item has an answer of its own.
  'post /incidents/commands': SENDERS,
  'get /incidents/export': READERS,
  'get /incidents/{id}': READERS,
  'get /incidents/{id}/timeline': READERS,
  'post /incidents/{id}/commands': PEOPLE,
  'get /incidents/{id}/review': READERS,
  'post /incidents/{id}/review/commands': RESPONDERS,
  'get /incidents/{id}/review/sections/{section}/versions': READERS,
  'get /incidents/{id}/review/document': READERS,
  'get /reviews': READERS,
  'get /reviews/factors': READERS,
  'get /actions': READERS,
  'post /actions': PEOPLE,
  // Each item has an answer of its own.
  'post /actions/commands': PEOPLE,
  'get /actions/follow-through': READERS,
  'get /actions/trackers': READERS,
  'get /actions/{id}': READERS,
  'post /actions/{id}/commands': PEOPLE,
  'get /search-documents/incidents': READERS,
  'get /search-documents/reviews': READERS,
  'get /inbox': READERS,
  'get /entities/{kind}/{namespace}/{name}': READERS,
  'get /entities/{kind}/{namespace}/{name}/history': READERS,
  'get /entities/{kind}/{namespace}/{name}/dependants': PEOPLE,
  'get /insights': READERS,
  'get /facts': READERS,
  'get /reports/preview': READERS,
  'get /options/entities': PEOPLE,
  'get /options/groups': PEOPLE,
  'get /options/users': PEOPLE,
  'get /keys': PEOPLE,
  // Also for groups of others: in the sample portal everybody manages its set-up.
  'post /keys': PEOPLE,
  'post /keys/{id}/revoke': PEOPLE,
  'get /setup': READERS,
  'post /setup/not-sent/resend': READERS,
  'get /imports': READERS,
  'post /imports': READERS,
  'get /imports/{id}': READERS,
  'post /imports/{id}/start': READERS,
  'post /imports/{id}/cancel': READERS,
  'post /intake/{source}': SENDERS,
  // The key itself is the grant, and this one is none.
  'post /intake/{source}/{key}': [],
  'get /intake/deliveries/{deliveryId}': SENDERS,
  // A token that is open for alerts alone.
  'post /changes': READERS,
  'post /changes/{key}': [],
};

const emptyMessage = { version: '4', status: 'resolved', alerts: [] };
const key = {
  name: 'Alertmanager',
  source: 'alertmanager',
  for: 'group:default/payments',
};

const deployment = {
  kind: 'deployment',
  entityRef,
  title: 'payments-api 15.8',
  source: 'ci',
  sourceId: '1',
  finishedAt: AT,
};

const proposal = {
  title: 'Alert before it is slow',
  type: 'detect',
  incidents: ['INC-1'],
};

/** One incident of another system, to be imported. */
const upload = {
  mapping: [
    'system: Tracker',
    'rows: incidents',
    'id: key',
    "title: '{summary}'",
    'declaredAt: opened',
    'status: { column: state, values: { done: closed } }',
  ].join('\n'),
  file: `key,summary,opened,state\nT-1,Slow,${AT},done\n`,
};

/** What each route takes that takes something. */
const BODIES: Record<string, object> = {
  '/incidents': { title: 'Slow' },
  '/incidents/commands': { ids: ['INC-1'], command: { type: 'follow' } },
  '/incidents/{id}/commands': { command: { type: 'follow' } },
  '/incidents/{id}/review/commands': { command: { type: 'start' } },
  '/actions': proposal,
  '/actions/commands': {
    ids: ['ACT-1'],
    command: { type: 'add-note', text: 'Seen' },
  },
  '/actions/{id}/commands': { command: { type: 'add-note', text: 'Seen' } },
  '/keys': key,
  '/setup/not-sent/resend': { ids: ['1'] },
  '/intake/{source}': emptyMessage,
  '/intake/{source}/{key}': emptyMessage,
  '/changes': deployment,
  '/changes/{key}': deployment,
};

/** What commands have to say beside their type, those that have to. */
const WORDS: Partial<Record<UserCommandType, object>> = {
  dismiss: { reason: 'other' },
  'pass-on': { to: 'group:default/finance', reason: 'Theirs' },
  'change-status': { to: 'fixing' },
  hold: { reason: 'vendor', resumeBy: AT },
  'post-update': { impact: 'Slow', action: 'Looking' },
  'add-note': { text: 'Seen' },
  reopen: { reason: 'Again' },
  merge: { into: 'INC-9' },
  'move-out': { alerts: ['x'] },
  prioritise: { impact: 'low', urgency: 'low', risks: [] },
  'assign-entity': { entityRef: 'component:default/nowhere' },
  'mark-affected': {
    entityRef: 'component:default/nowhere',
    level: 'suspected',
  },
  'unmark-affected': { entityRef: 'component:default/nowhere' },
  rename: { title: 'Slower' },
  'link-change': { changeId: 'x' },
  'correct-time': { stamp: 'mitigatedAt', at: AT, reason: 'Earlier' },
};

const entity = (
  kind: string,
  name: string,
  relations: { type: string; targetRef: string }[],
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { type: 'x', children: [], owner: 'payments', lifecycle: 'production' },
  relations,
});

const entities = [
  entity('Component', 'payments-api', [
    { type: 'ownedBy', targetRef: 'group:default/payments' },
  ]),
  entity('Group', 'payments', [
    { type: 'hasMember', targetRef: userRef('a member of the owner') },
    { type: 'childOf', targetRef: 'group:default/finance' },
  ]),
  entity('Group', 'finance', [
    { type: 'parentOf', targetRef: 'group:default/payments' },
    { type: 'hasMember', targetRef: userRef('a member of the group above') },
  ]),
  entity('Group', 'booking', []),
  ...PEOPLE.map(person =>
    entity('User', userRef(person).split('/')[1], [
      { type: 'memberOf', targetRef: `group:default/${GROUPS[person][0]}` },
    ]),
  ),
];

/** The services of a test, and one token more. */
const httpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): HttpAuthService {
    const usual = mockServices.httpAuth({ pluginId: plugin.getId() });
    return {
      issueUserCookie: usual.issueUserCookie.bind(usual),
      credentials: async (req, options) =>
        req.headers.authorization === SENDER &&
        (options?.allow?.includes('service' as never) ?? true)
          ? (sender as never)
          : usual.credentials(req, options),
    };
  },
});

async function userInfoOf(userEntityRef: string) {
  const person = PEOPLE.find(each => userRef(each) === userEntityRef)!;
  return {
    userEntityRef,
    ownershipEntityRefs: [
      userEntityRef,
      ...GROUPS[person].map(name => `group:default/${name}`),
    ],
  };
}

/** What has the policy set, in place of the permission plugin. */
const held: { policy?: PermissionPolicy } = {};
const policyHolder = createBackendPlugin({
  pluginId: 'permission',
  register(env) {
    env.registerExtensionPoint(policyExtensionPoint, {
      setPolicy(set) {
        held.policy = set;
      },
    });
    env.registerInit({ deps: {}, async init() {} });
  },
});

/** People are decided about by the policy itself, services as everywhere. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
  },
  factory({ auth, config, discovery }) {
    const usual = ServerPermissionClient.fromConfig(config, {
      auth,
      discovery,
    });
    const decide: PermissionsService['authorizeConditional'] = async (
      asked,
      options,
    ) => {
      const { credentials } = options as { credentials: BackstageCredentials };
      if (!auth.isPrincipal(credentials, 'user')) {
        return usual.authorizeConditional(asked, options);
      }
      const info = await userInfoOf(credentials.principal.userEntityRef);
      return Promise.all(
        asked.map(({ permission }) =>
          held.policy!.handle({ permission }, { credentials, info } as never),
        ),
      );
    };
    return {
      authorizeConditional: decide,
      authorize: async (asked, options) =>
        (await decide(asked as never, options)) as DefinitivePolicyDecision[],
    };
  },
});

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    getUserInfo: async ({ principal }) =>
      userInfoOf((principal as BackstageUserPrincipal).userEntityRef),
  }),
});

describe('the policy of the sample portal', () => {
  let backend: TestBackend;
  let deliveryId: string;
  let keyId: string;
  let importId: string;

  const ask = async (
    asker: Asker,
    method: string,
    path: string,
    body?: object,
  ) => {
    const answer = await fetch(
      `http://localhost:${backend.server.port()}/api/incidents${path}`,
      {
        method: method.toUpperCase(),
        headers: {
          authorization: authorization(asker),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    return { status: answer.status, body: await answer.json() };
  };
  const send = async (parts: typeof upload) => {
    const form = new FormData();
    form.append('mapping', parts.mapping);
    form.append('file', new Blob([parts.file]), 'tracker.csv');
    const answer = await fetch(
      `http://localhost:${backend.server.port()}/api/incidents/imports`,
      {
        method: 'POST',
        headers: { authorization: authorization('a member of the owner') },
        body: form,
      },
    );
    return (await answer.json()).id;
  };
  /** Of no version that there is, so that it is granted or not and changes nothing. */
  const command = (asker: Asker, number: string, type: UserCommandType) =>
    ask(asker, 'post', `/incidents/${number}/commands`, {
      command: { type, ...WORDS[type] },
      expectedVersion: 1,
    });
  const carryOut = (asker: Asker, number: string, words: object) =>
    ask(asker, 'post', `/incidents/${number}/commands`, { command: words });

  /** A public INC-1 and a private INC-2 of payments-api, both taken and followed. */
  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        incidentsPlugin,
        policyHolder,
        policy,
        permissions,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
        httpAuth,
        userInfo,
      ],
    });
    for (const [number, visibility, taker] of [
      ['INC-1', 'public', 'somebody who took it'],
      ['INC-2', 'private', 'the reporter'],
    ] as const) {
      await ask('the reporter', 'post', '/incidents', {
        title: 'Slow',
        visibility,
      });
      await carryOut(taker, number, { type: 'acknowledge' });
      await carryOut(taker, number, { type: 'assign-entity', entityRef });
    }
    await carryOut('a follower', 'INC-1', { type: 'follow' });
    const message = await ask(
      'a service',
      'post',
      '/intake/alertmanager',
      emptyMessage,
    );
    deliveryId = message.body.deliveryId;
    const made = await ask('a member of the owner', 'post', '/keys', key);
    keyId = made.body.key.id;
    importId = await send(upload);
    await ask('somebody who took it', 'post', '/actions', proposal);
  });

  afterAll(() => backend.stop());

  const routes = async () => {
    const { body } = await ask('a service', 'get', '/openapi.json');
    return Object.entries<object>(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(method => ({ method, path })),
    );
  };

  const urlOf = (path: string) =>
    path
      .replace('{kind}/{namespace}/{name}', 'component/default/payments-api')
      .replace('/keys/{id}', `/keys/${keyId}`)
      .replace('/imports/{id}', `/imports/${importId}`)
      .replace('/actions/{id}', '/actions/ACT-1')
      .replace('{section}', 'summary')
      .replace('{id}', 'INC-1')
      .replace('{source}', 'alertmanager')
      .replace('{deliveryId}', deliveryId)
      .replace('{key}', 'lp_nonsense');

  it('has a row for every route', async () => {
    const served = await routes();
    expect(
      served.map(({ method, path }) => `${method} ${path}`).sort(),
    ).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(ASKERS)(
    'lets %s through where the table says, and nowhere else',
    async asker => {
      const through: string[] = [];
      for (const { method, path } of await routes()) {
        const body = method === 'post' ? (BODIES[path] ?? {}) : undefined;
        const { status } = await ask(asker, method, urlOf(path), body);
        expect({ path, status }).not.toEqual({ path, status: 500 });
        if (![401, 403, 404].includes(status)) {
          through.push(`${method} ${path}`);
        }
      }
      expect(through.sort()).toEqual(
        Object.keys(ROUTES)
          .filter(route => ROUTES[route].includes(asker))
          .sort(),
      );
    },
  );

  it.each(ASKERS)(
    'lets %s send the commands that the table grants, and no other',
    async asker => {
      for (const [number, known, responders] of [
        ['INC-1', PEOPLE, RESPONDERS],
        ['INC-2', CONCERNED, CONCERNED],
      ] as const) {
        const granted: string[] = [];
        for (const type of Object.keys(COMMANDS) as UserCommandType[]) {
          const { status } = await command(asker, number, type);
          expect([409, 401, 403, 404]).toContain(status);
          if (status === 409) {
            granted.push(type);
          }
        }
        expect({ number, granted }).toEqual({
          number,
          granted: Object.entries(COMMANDS)
            .filter(([, { permission }]) =>
              (permission === 'participate'
                ? (known as readonly Asker[])
                : responders
              ).includes(asker),
            )
            .map(([type]) => type),
        });
      }
    },
  );

  it('tells nobody else that the private incident is there', async () => {
    for (const asker of ASKERS.filter(each => each !== 'nobody')) {
      const { status } = await ask(asker, 'get', '/incidents/INC-2');
      const list = await ask(asker, 'get', '/incidents');
      const listed = JSON.stringify(list.body).includes('"INC-2"');
      const isConcerned = CONCERNED.includes(asker);
      expect({ asker, isShown: status === 200, listed }).toEqual({
        asker,
        isShown: isConcerned,
        listed: isConcerned,
      });
    }
  });
});
