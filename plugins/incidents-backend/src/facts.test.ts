import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  incidentFactsServiceRef,
  nowServiceRef,
  type IncidentFactsService,
} from '@linchpin/backstage-plugin-incidents-node';
import { as, openPortal } from './__testUtils__/portal';
import { PluginDatabases } from './database/__testUtils__/PluginDatabases';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const REF = 'component:default/payments-api';
const START = '2026-11-02T10:00:00.000Z';
const A_MINUTE_LATER = '2026-11-02T10:01:00.000Z';
const TWO_MONTHS_LATER = '2027-01-04T10:00:00.000Z';

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function portalWithScorecards() {
    const services: IncidentFactsService[] = [];
    const time = { now: START };
    const scorecards = createBackendPlugin({
      pluginId: 'scorecards',
      register(env) {
        env.registerInit({
          deps: { facts: incidentFactsServiceRef },
          async init({ facts }) {
            services.push(facts);
          },
        });
      },
    });
    const portal = await openPortal(await databases.init(databaseId), [
      scorecards,
      createServiceFactory({
        service: nowServiceRef,
        deps: {},
        factory: () => ({ now: () => time.now }),
      }),
    ]);
    const [facts] = services;
    return { portal, facts, time };
  }

  it('tells another plugin what the incidents of an entity amount to, as far as whoever asks may know', async () => {
    const { portal, facts, time } = await portalWithScorecards();
    for (const visibility of ['private', 'public']) {
      const { status } = await portal.post(
        '/incidents',
        {
          title: `A ${visibility} matter`,
          entityRef: REF,
          impact: 'high',
          urgency: 'high',
          visibility,
        },
        as('mei'),
      );
      expect(status).toBe(201);
    }
    time.now = A_MINUTE_LATER;
    const seenBy = async (
      credentials: Parameters<typeof facts.of>[1]['credentials'],
    ) => {
      const [found] = await facts.of([REF], { credentials });
      return [found.live, found.last90Days.incidents];
    };

    const credentials = mockCredentials.user('user:default/mei');
    const [own] = await facts.of([REF], { credentials });
    expect(own).toMatchObject({
      entity: { ref: REF },
      hasOwner: true,
      owner: { ref: 'group:default/payments' },
      live: 2,
      last90Days: {
        incidents: 2,
        major: 2,
        resolve: { n: 0 },
        reopened: { n: 0, of: 0 },
      },
    });
    expect(await seenBy(mockCredentials.user('user:default/zoe'))).toEqual([
      1, 1,
    ]);
    expect(await seenBy(mockCredentials.service('plugin:scorecards'))).toEqual([
      1, 1,
    ]);
    await portal.stop();
  });

  it('tells what is still to be done and to be reviewed, and for how much of that it is late', async () => {
    const { portal, facts, time } = await portalWithScorecards();
    for (const [index, visibility] of ['public', 'private'].entries()) {
      const number = `INC-${index + 1}`;
      const path = `/incidents/${number}/commands`;
      for (const [at, body] of [
        [
          '/incidents',
          {
            title: 'Cards fail',
            entityRef: REF,
            impact: 'high',
            urgency: 'high',
            visibility,
          },
        ],
        [path, { command: { type: 'acknowledge' } }],
        [path, { command: { type: 'resolve' } }],
        ['/actions', { title: 'Retry', type: 'mitigate', incidents: [number] }],
      ] as const) {
        const { status } = await portal.post(at, body, as('mei'));
        expect({ at, isGood: status < 300 }).toEqual({ at, isGood: true });
      }
    }
    const toldTo = async (name: string) => {
      const credentials = mockCredentials.user(`user:default/${name}`);
      const [{ actions, reviews }] = await facts.of([REF], { credentials });
      return { actions, reviews };
    };

    expect(await toldTo('mei')).toEqual({
      actions: { open: 2, overdue: 0 },
      reviews: { waiting: 2, overdue: 0 },
    });
    time.now = TWO_MONTHS_LATER;
    expect(await toldTo('zoe')).toEqual({
      actions: { open: 1, overdue: 1 },
      reviews: { waiting: 1, overdue: 1 },
    });
    const waiver = { command: { type: 'waive', reason: 'Known' } };
    await portal.post('/incidents/INC-1/review/commands', waiver, as('mei'));
    expect((await toldTo('zoe')).reviews).toEqual({ waiting: 0, overdue: 0 });
    await portal.stop();
  });

  it('answers for any number of entities in their order, and says what it refuses', async () => {
    const { portal, facts } = await portalWithScorecards();
    const credentials = mockCredentials.user('user:default/mei');
    const refs = Array.from(
      { length: 45 },
      (_, n) => `component:default/service-${n}`,
    );

    const found = await facts.of(refs, { credentials });
    expect(found.map(({ entity }) => entity.ref)).toEqual(refs);
    expect(await facts.of([], { credentials })).toEqual([]);
    await expect(facts.of(['payments'], { credentials })).rejects.toMatchObject(
      { statusCode: 400 },
    );
    portal.decide({
      'incidents.incident.read': { result: AuthorizeResult.DENY },
    });
    await expect(facts.of([REF], { credentials })).rejects.toMatchObject({
      statusCode: 403,
    });
    await portal.stop();
  });
});
