import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  incidentFactsServiceRef,
  type IncidentFactsService,
} from '@linchpin/backstage-plugin-incidents-node';
import { as, openPortal } from './__testUtils__/portal';
import { PluginDatabases } from './database/__testUtils__/PluginDatabases';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const REF = 'component:default/payments-api';

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function portalWithScorecards() {
    const services: IncidentFactsService[] = [];
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
    ]);
    const [facts] = services;
    return { portal, facts };
  }

  it('tells another plugin what the incidents of an entity amount to, as far as whoever asks may know', async () => {
    const { portal, facts } = await portalWithScorecards();
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
