import {
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import incidentsPlugin from '@linchpin/backstage-plugin-incidents-backend';
import {
  alertIngestPermission,
  changeIngestPermission,
  incidentParticipatePermission,
  incidentReadPermission,
  incidentReportPermission,
  keyManagePermission,
  setupManagePermission,
  setupReadPermission,
  type CommandPermission,
  type UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  ASKERS,
  authorization,
  PEOPLE,
  surroundings,
  type Asker,
} from './__testUtils__/askers';
import { policy } from './policy';

jest.setTimeout(120_000);

const AT = '2026-11-21T10:00:00Z';
const entityRef = 'component:default/payments-api';

/** The policy's word for those who work an incident. */
const RESPONDERS: readonly Asker[] = [
  'a member of the owner',
  'somebody who took it',
];

/** Whom the private incident concerns: who answers for it, and who reported it and took it. */
const CONCERNED: readonly Asker[] = ['a member of the owner', 'the reporter'];

const READERS: readonly Asker[] = [...PEOPLE, 'a service'];
const SENDERS: readonly Asker[] = [...READERS, 'a sender of alerts'];

/** Whom routes let through, by the permission that they ask for. */
const THROUGH: Record<string, readonly Asker[]> = {
  [incidentReadPermission.name]: READERS,
  [incidentReportPermission.name]: READERS,
  [incidentParticipatePermission.name]: PEOPLE,
  // In the sample portal everybody manages its set-up, and so the keys of others.
  [setupReadPermission.name]: READERS,
  [setupManagePermission.name]: READERS,
  [keyManagePermission.name]: PEOPLE,
  // An external token may be open for alerts alone.
  [alertIngestPermission.name]: SENDERS,
  [changeIngestPermission.name]: READERS,
};

/** Whom routes let through that ask for something else, or for more than that. */
const OTHERWISE: Record<string, readonly Asker[]> = {
  'post /incidents': PEOPLE,
  'post /incidents/{id}/commands': PEOPLE,
  'post /incidents/{id}/review/commands': RESPONDERS,
  'post /actions/{id}/commands': PEOPLE,
  // Each item has an answer of its own.
  'post /incidents/commands': SENDERS,
  'post /actions/commands': PEOPLE,
  // The catalog says what somebody may see.
  'get /entities/{kind}/{namespace}/{name}/dependants': PEOPLE,
  'get /options/entities': PEOPLE,
  'get /options/groups': PEOPLE,
  'get /options/users': PEOPLE,
  // The key itself is the grant, and this one is none.
  'post /intake/{source}/{key}': [],
  'post /changes/{key}': [],
};

/** What the description says of a route. */
interface Described {
  'x-permission'?: string;
}

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

/** For each permission that commands ask for one that does; the plugin shows of every command which it asks for. */
const ASKING = {
  participate: { type: 'add-note', text: 'Seen' },
  respond: { type: 'rename', title: 'Slower' },
  manage: {
    type: 'correct-time',
    stamp: 'mitigatedAt',
    at: AT,
    reason: 'Earlier',
  },
} satisfies Record<CommandPermission, UserCommand>;

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
  const carryOut = (asker: Asker, number: string, words: object) =>
    ask(asker, 'post', `/incidents/${number}/commands`, { command: words });

  /** A public INC-1 and a private INC-2 of payments-api, both taken and followed. */
  beforeAll(async () => {
    backend = await startTestBackend({
      features: [incidentsPlugin, policy, ...surroundings],
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

  /** Every route that is described, and whom it is to let through. */
  const routes = async () => {
    const { body } = await ask('a service', 'get', '/openapi.json');
    const paths = Object.entries<Record<string, Described>>(body.paths);
    return paths.flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, described]) => {
        const route = `${method} ${path}`;
        const through =
          OTHERWISE[route] ?? THROUGH[described['x-permission'] ?? ''];
        return { route, method, path, through };
      }),
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

  it('knows whom every route lets through, and no other route', async () => {
    const served = await routes();
    expect(served.filter(({ through }) => !through)).toEqual([]);
    expect(served.map(({ route }) => route)).toEqual(
      expect.arrayContaining(Object.keys(OTHERWISE)),
    );
  });

  it.each(ASKERS)(
    'lets %s through where the tables say, and nowhere else',
    async asker => {
      for (const { route, method, path, through } of await routes()) {
        const body = method === 'post' ? (BODIES[path] ?? {}) : undefined;
        const { status } = await ask(asker, method, urlOf(path), body);
        expect({ route, status }).not.toEqual({ route, status: 500 });
        expect({
          route,
          isThrough: ![401, 403, 404].includes(status),
        }).toEqual({ route, isThrough: through.includes(asker) });
      }
    },
  );

  it.each(ASKERS)(
    'lets %s do to an incident what the policy grants, and no more',
    async asker => {
      for (const [number, known, responders] of [
        ['INC-1', PEOPLE, RESPONDERS],
        ['INC-2', CONCERNED, CONCERNED],
      ] as const) {
        const mayRespond = responders.includes(asker);
        const granted: Record<string, boolean> = {};
        for (const [permission, command] of Object.entries(ASKING)) {
          // Of no version that there is, so that it is granted or not and changes nothing.
          const { status } = await ask(
            asker,
            'post',
            `/incidents/${number}/commands`,
            { command, expectedVersion: 1 },
          );
          expect([409, 401, 403, 404]).toContain(status);
          granted[permission] = status === 409;
        }
        expect({ number, granted }).toEqual({
          number,
          granted: {
            participate: (known as readonly Asker[]).includes(asker),
            respond: mayRespond,
            manage: mayRespond,
          },
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
