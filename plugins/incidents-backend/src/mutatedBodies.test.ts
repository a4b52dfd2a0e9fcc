import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  DEFAULT_POLICY,
  inspectIncident,
  WATCH_BOUNDS,
} from '@linchpin/backstage-plugin-incidents-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { gzipSync } from 'node:zlib';
import { AT, BODIES, ENTITY, PROPOSAL } from './__testUtils__/bodies';
import { hostileUrlPart, mutatedJson } from './__testUtils__/mutatedJson';
import { as, openPortal } from './__testUtils__/portal';
import { runs, seed } from './__testUtils__/runs';
import { inSnapshot } from './database/dialect';
import { OPERATIONS } from './http/openapi';
import { EvidenceReader } from './watchdog';

/** Most of it is refused before any database: what PostgreSQL refuses beside that shows in fewer. */
const RUNS = { SQLITE_3: runs(50), POSTGRES_18: runs(25) };
const SEED = seed();
jest.setTimeout(60_000 + RUNS.SQLITE_3 * 400);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const mei = as('mei');
const service = mockCredentials.service.header();
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

/** Little that becomes much. */
const PACKED = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));

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
  const numRuns = RUNS[databaseId as keyof typeof RUNS];
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof openPortal>>;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    portal = await openPortal(knex);
    for (const title of ['Slow', 'Slower', 'Slowest']) {
      await portal.post('/incidents', { title, entityRef: ENTITY }, mei);
      await portal.post('/actions', PROPOSAL, mei);
    }
  });

  // Mocks remember every call: of ten thousand bodies on each route, gigabytes.
  afterEach(() => jest.clearAllMocks());
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
      [...Object.keys(BODIES), ...WITHOUT].sort(),
    );
  });

  it.each(Object.entries(BODIES))(
    'answers whatever is sent to %s, and keeps nothing of what it refuses',
    async (path, valid) => {
      const isIntake = path.startsWith('/intake');
      const url = portal.url(placed(path));
      let before = await counts();
      await fc.assert(
        fc.asyncProperty(
          mutatedJson(valid),
          fc.constantFrom(...CONTENT),
          async (text, headers) => {
            const answer = await fetch(url, {
              method: 'POST',
              headers: { ...headers, authorization: isIntake ? service : mei },
              body:
                headers['content-encoding'] === 'gzip' ? gzipSync(text) : text,
            });
            expect(await complaint(answer)).toBeUndefined();
            if (isIntake) {
              // What was sent before is still being processed while alerts come in.
              return;
            }
            const after = await counts();
            expect(answer.ok ? after : before).toEqual(after);
            before = after;
          },
        ),
        { numRuns, seed: SEED, endOnFailure: numRuns > 1_000 },
      );
    },
  );

  it.each(Object.keys(BODIES))(
    'says that what is packed small and unpacks large is too large for %s',
    async path => {
      const answer = await fetch(portal.url(placed(path)), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          authorization: path.startsWith('/intake') ? service : mei,
        },
        body: PACKED,
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
      { numRuns, seed: SEED, endOnFailure: numRuns > 1_000 },
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
