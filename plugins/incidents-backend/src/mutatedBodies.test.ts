import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  DEFAULT_POLICY,
  inspectIncident,
  WATCH_BOUNDS,
} from '@linchpin/backstage-plugin-incidents-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { gzipSync } from 'node:zlib';
import { firing, message } from './alerts/alertmanager/__fixtures__/messages';
import { hostileUrlPart, mutatedJson } from './__testUtils__/mutatedJson';
import { as, openPortal } from './__testUtils__/portal';
import { runs, seed } from './__testUtils__/runs';
import { inSnapshot } from './database/dialect';
import { OPERATIONS } from './http/openapi';
import { EvidenceReader } from './watchdog';

const RUNS = runs(100);
const SEED = seed();
jest.setTimeout(60_000 + RUNS * 400);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const mei = as('mei');
const service = mockCredentials.service.header();
const AT = '2026-11-21T10:00:00.000Z';
const entityRef = 'component:default/payments-api';
const group = 'group:default/payments';
const note = 'Looking **into** it';

const commands: readonly object[] = [
  { type: 'acknowledge' },
  { type: 'dismiss', reason: 'other', note },
  { type: 'pass-on', to: group, reason: note },
  { type: 'change-status', to: 'fixing', note },
  { type: 'hold', reason: 'vendor', resumeBy: '2030-01-01T00:00:00Z', note },
  {
    type: 'post-update',
    impact: note,
    action: note,
    nextUpdateAt: '2030-01-01T00:00:00Z',
  },
  { type: 'add-note', text: note },
  { type: 'resolve', note, at: AT },
  { type: 'reopen', reason: note },
  { type: 'merge', into: 'INC-2' },
  { type: 'move-out', alerts: ['x'], title: 'Moved' },
  { type: 'undo' },
  { type: 'follow' },
  { type: 'report-affected', symptom: note },
  {
    type: 'prioritise',
    impact: 'low',
    urgency: 'low',
    risks: ['data-loss'],
    override: { priority: 'P2', reason: note },
  },
  { type: 'assign-entity', entityRef },
  { type: 'mark-affected', entityRef, level: 'suspected' },
  { type: 'unmark-affected', entityRef },
  { type: 'link-change', changeId: 'x' },
  { type: 'unlink-change' },
  { type: 'rename', title: 'Slower' },
  { type: 'correct-time', stamp: 'impactStartedAt', at: AT, reason: note },
];

const reviewCommands: readonly object[] = [
  { type: 'start' },
  { type: 'assign-owner', ownerRef: 'user:default/nadia' },
  {
    type: 'write-section',
    section: 'summary',
    baseVersion: 0,
    text: note,
    joins: '3',
  },
  { type: 'choose-entries', include: [1], leaveOut: [2] },
  { type: 'annotate-entry', sequence: 1, note },
  { type: 'add-factor', tag: 'capacity', text: note },
  { type: 'change-factor', id: '3', tag: 'capacity', text: note },
  { type: 'remove-factor', id: '3' },
  { type: 'comment', section: 'summary', quote: note, text: note },
  { type: 'settle-comment', id: '4' },
  {
    type: 'plan-meeting',
    at: '2030-01-01T00:00:00Z',
    agenda: note,
    link: 'https://meet.example.com/1',
    attendees: ['user:default/nadia'],
  },
  { type: 'cancel-meeting' },
  { type: 'hand-in' },
  { type: 'send-back', reason: note },
  { type: 'approve' },
  { type: 'waive', reason: note },
];

const nadia = 'user:default/nadia';

const actionCommands: readonly object[] = [
  { type: 'accept' },
  { type: 'start' },
  { type: 'finish', note },
  { type: 'verify', how: note },
  { type: 'reopen', reason: note },
  { type: 'wont-do', reason: note },
  { type: 'assign', responsibleRef: nadia },
  { type: 'make-accountable', accountableRef: group },
  {
    type: 'edit',
    title: 'Bound the pool',
    description: note,
    actionType: 'prevent',
    priority: 'P2',
    factor: 'capacity',
  },
  { type: 'move-to-entity', entityRef },
  { type: 'move-due', dueOn: '2030-01-01', reason: note },
  { type: 'link-incident', incident: 'INC-2' },
  { type: 'unlink-incident', incident: 'INC-2' },
  { type: 'add-note', text: note },
  { type: 'nudge' },
  { type: 'link-ticket', url: 'https://tickets.example.com/1' },
  { type: 'make-ticket', tracker: 'x' },
  { type: 'unlink-ticket' },
];

const action = {
  title: 'Bound the pool',
  type: 'prevent',
  incidents: ['INC-1'],
};

const change = {
  kind: 'deployment',
  entityRef,
  title: 'payments-api 15.8',
  version: '15.8',
  url: 'https://ci.example.com/1',
  actor: 'Nadia',
  outcome: 'succeeded',
  source: 'ci',
  sourceId: '1',
};

/** Bodies that each route takes as they are. */
const bodies: Record<string, readonly object[]> = {
  '/incidents': [
    { title: 'Slow' },
    {
      title: 'Slow',
      entityRef,
      impact: 'high',
      urgency: 'low',
      description: note,
      risks: ['security'],
      impactStartedAt: AT,
      workaround: note,
      affected: [entityRef],
      mode: 'drill',
      visibility: 'public',
      recurrenceOf: 'INC-1',
      clientId: 'one',
    },
  ],
  '/incidents/commands': commands.map(command => ({
    ids: ['INC-1', 'INC-2'],
    command,
    clientId: 'many',
  })),
  '/incidents/{id}/commands': commands.flatMap(command => [
    { command },
    { command, clientId: 'one', expectedVersion: 4 },
  ]),
  '/incidents/{id}/review/commands': reviewCommands.flatMap(command => [
    { command },
    { command, clientId: 'one' },
  ]),
  '/actions': [
    action,
    {
      ...action,
      description: note,
      priority: 'P2',
      entityRef,
      responsibleRef: nadia,
      accountableRef: group,
      dueOn: '2030-01-01',
      factor: 'capacity',
      quote: note,
      clientId: 'one',
    },
  ],
  '/actions/commands': actionCommands.map(command => ({
    ids: ['ACT-1', 'ACT-2'],
    command,
    clientId: 'many',
  })),
  '/actions/{id}/commands': actionCommands.flatMap(command => [
    { command },
    { command, clientId: 'one', expectedVersion: 1 },
  ]),
  '/setup/not-sent/resend': [{ ids: ['1', '2'] }],
  '/keys': [{ name: 'Alertmanager', source: 'alertmanager', for: group }],
  '/changes': [
    change,
    { changes: [change, { ...change, sourceId: '2', startedAt: AT }] },
  ],
  '/intake/{source}': [
    message(firing({ alertname: 'Down', service: 'payments-api' })),
    message(
      firing({ alertname: 'Slow', severity: 'critical' }),
      firing({ alertname: 'Slow', service: 'other' }),
    ),
  ],
};

/** Those without a body of JSON, or with the same body as another one. */
const WITHOUT = [
  '/keys/{id}/revoke',
  '/intake/{source}/{key}',
  '/imports',
  '/imports/{id}/start',
  '/imports/{id}/cancel',
  '/changes/{key}',
];

/** What no refused request may have added to. */
const UNTOUCHED = [
  'incidents',
  'incident_commands',
  'incident_people',
  'incident_entities',
  'incident_texts',
  'review_events',
  'review_texts',
  'review_factors',
  'action_items',
  'action_events',
  'action_incidents',
  'alert_deliveries',
  'integration_keys',
  'change_events',
];

/** How a body is dressed up. */
const CONTENT: readonly Record<string, string>[] = [
  ...Array.from({ length: 12 }, () => ({ 'content-type': 'application/json' })),
  {},
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/json; charset=nonsense' },
  { 'content-type': 'nonsense' },
  { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  { 'content-type': 'application/json', 'content-encoding': 'nonsense' },
  { 'content-type': 'application/json', 'content-encoding': 'deflate' },
];

/** Names a field, the body or the part of the path that is wrong, or the limit it exceeds. */
const NAMES_IT = /^[\w.[\]{} -]+: |Failed to decode/;

/** A route with what there is to be named in it. */
function placed(path: string): string {
  return path
    .replace('/actions/{id}', '/actions/ACT-1')
    .replace('{id}', 'INC-1')
    .replace('{source}', 'alertmanager');
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof openPortal>>;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    portal = await openPortal(knex);
    for (const title of ['Slow', 'Slower', 'Slowest']) {
      await portal.post('/incidents', { title, entityRef }, mei);
      await portal.post('/actions', action, mei);
    }
  });

  afterAll(() => portal.stop());

  /** In one statement: they are asked for with each request. */
  const counts = async (): Promise<object[]> =>
    knex.select(UNTOUCHED.map(table => knex(table).count('*').as(table)));

  /** @returns what is wrong with an answer, if anything is */
  async function complaint(answer: Response): Promise<string | undefined> {
    const text = await answer.text();
    if (answer.status >= 200 && answer.status < 300) {
      return undefined;
    }
    const said = () => `${answer.status} ${text.slice(0, 300)}`;
    if (answer.status < 400 || answer.status >= 500) {
      return said();
    }
    const saidWhy = /"message":"((?:[^"\\]|\\.)+)"/.exec(text)?.[1];
    return saidWhy && (answer.status !== 400 || NAMES_IT.test(saidWhy))
      ? undefined
      : said();
  }

  it('has a valid body of every route that takes one', () => {
    const posts = OPERATIONS.filter(({ method }) => method === 'post');
    expect(posts.map(({ path }) => path).sort()).toEqual(
      [...Object.keys(bodies), ...WITHOUT].sort(),
    );
  });

  it.each(Object.entries(bodies))(
    'answers whatever is sent to %s, and keeps nothing of what it refuses',
    async (path, valid) => {
      const isIntake = path.startsWith('/intake');
      const url = portal.url(placed(path));
      await fc.assert(
        fc.asyncProperty(
          mutatedJson(valid),
          fc.constantFrom(...CONTENT),
          async (text, headers) => {
            const before = await counts();
            const answer = await fetch(url, {
              method: 'POST',
              headers: { ...headers, authorization: isIntake ? service : mei },
              body:
                headers['content-encoding'] === 'gzip' ? gzipSync(text) : text,
            });
            expect(await complaint(answer)).toBeUndefined();
            // What was sent before is still being processed while alerts come in.
            const mayHaveChanged = answer.ok || isIntake;
            expect(mayHaveChanged ? before : await counts()).toEqual(before);
          },
        ),
        { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 1_000 },
      );
    },
  );

  it.each(Object.keys(bodies))(
    'says that what is packed small and unpacks large is too large for %s',
    async path => {
      const answer = await fetch(portal.url(placed(path)), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          authorization: path.startsWith('/intake') ? service : mei,
        },
        body: gzipSync(Buffer.alloc(50 * 1024 * 1024, ' ')),
      });
      expect(answer.status).toBe(413);
    },
  );

  it('answers whatever stands in a path or a query', async () => {
    const names = [
      ...['q', 'limit', 'cursor', 'status', 'priority', 'owner', 'entity'],
      ...['mode', 'mine', 'from', 'to', 'sort', 'live', 'view', 'order'],
      ...['drills', 'for', '__proto__', 'constructor'],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...OPERATIONS),
        fc.array(hostileUrlPart, { minLength: 3, maxLength: 3 }),
        fc.array(fc.tuple(fc.constantFrom(...names), hostileUrlPart), {
          maxLength: 4,
        }),
        async ({ method, path }, parts, query) => {
          const left = [...parts];
          const filled = path.replace(/\{\w+\}/g, () => left.pop() || 'x');
          const asked = query.map(([name, value]) => `${name}=${value}`);
          const answer = await fetch(
            portal.url(`${filled}?${asked.join('&')}`),
            {
              method: method.toUpperCase(),
              headers: {
                authorization: path.startsWith('/intake') ? service : mei,
                ...(method === 'post' && {
                  'content-type': 'application/json',
                }),
              },
              ...(method === 'post' && { body: '{}' }),
            },
          );
          expect(await complaint(answer)).toBeUndefined();
        },
      ),
      { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 1_000 },
    );
  });

  it('has written nothing by halves', async () => {
    const ids: string[] = await knex('incidents').pluck('id');
    const evidence = await inSnapshot(knex, tx =>
      new EvidenceReader().evidence(tx, ids, AT),
    );
    const now = new Date().toISOString();
    const rules = { policy: DEFAULT_POLICY, bounds: WATCH_BOUNDS, now };
    expect(evidence).toHaveLength(ids.length);
    expect(evidence.flatMap(each => inspectIncident(each, rules))).toEqual([]);
  });
});
