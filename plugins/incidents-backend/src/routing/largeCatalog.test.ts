import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { DEFAULT_MATCH_LABELS } from '@linchpin/backstage-plugin-incidents-common';
import { DirectoryStage } from '../catalog/__testUtils__/DirectoryStage';
import type { EntitySketch } from '../catalog/__testUtils__/entitiesOf';
import { EntityMatcher } from './EntityMatcher';
import { OwnerlessEntities } from './OwnerlessEntities';
import { RoutingService } from './RoutingService';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const SERVICES = 14_000;
const GROUPS = 2_000;
const USERS = 4_000;

/** 20,000 entities: teams in departments of fifty, two people each, and seven services. */
function largeCatalog(): EntitySketch[] {
  const many = <Item>(count: number, item: (index: number) => Item) =>
    Array.from({ length: count }, (_, index) => item(index));
  return [
    ...many(GROUPS, index => ({
      ref: `group:team-${index}`,
      ...(index > 0 && { parent: `group:team-${Math.floor(index / 50)}` }),
    })),
    ...many(USERS, index => ({
      ref: `user:person-${index}`,
      memberOf: [`group:team-${index % GROUPS}`],
    })),
    ...many(SERVICES, index => ({
      ref: `component:service-${index}`,
      lifecycle: 'production',
      owner: `group:team-${index % GROUPS}`,
      dependsOn: [`component:service-${(index * 7 + 1) % SERVICES}`],
    })),
  ];
}

describe.each(databases.eachSupportedId())(
  'A catalog of 20,000 entities on %s',
  id => {
    jest.setTimeout(120_000);

    it('is matched and routed by a few statements, whatever its size', async () => {
      const stage = await DirectoryStage.open(
        await databases.init(id),
        largeCatalog(),
      );
      const { knex, directory, now } = stage;
      const policy = {
        maxPeople: 20,
        lastResortGroup: 'group:default/team-0',
      };
      const matcher = new EntityMatcher({
        knex,
        directory,
        matchLabels: DEFAULT_MATCH_LABELS,
        now,
      });
      const routing = new RoutingService({ knex, directory, policy });

      await directory.refresh.run();
      expect(await directory.refreshLog.status(knex)).toMatchObject({
        entities: 20_000,
      });
      const afterReading = stage.questions;

      const matching = await stage.statementsOf(async () => {
        expect(
          await matcher.match({
            alertname: 'HighLatency',
            component: 'not-in-the-catalog-but-elsewhere',
            service: 'service-13999',
            namespace: 'production',
          }),
        ).toMatchObject({ entityRef: 'component:default/service-13999' });
      });
      expect(matching).toBe(1);

      const routed = await stage.statementsOf(async () => {
        expect(
          await routing.route('component:default/service-13999'),
        ).toMatchObject({
          owner: { ref: 'group:default/team-1999' },
          people: [
            { ref: 'user:default/person-1999' },
            { ref: 'user:default/person-3999' },
          ],
        });
      });
      expect(routed).toBeLessThanOrEqual(12);
      expect(stage.questions).toBe(afterReading);

      const missed = await stage.statementsOf(async () => {
        for (let repeat = 0; repeat < 50; repeat++) {
          expect(
            (await matcher.match({ service: 'service-99999' })).outcome,
          ).toBe('none');
        }
      });
      expect(missed).toBeLessThanOrEqual(6);
      expect(stage.questions).toBe(afterReading + 1);

      const stale = await stage.statementsOf(async () => {
        stage.pass({ minutes: 2 });
        await routing.route('component:default/service-13998');
      });
      expect(stale).toBeLessThanOrEqual(40);
      expect(stage.questions).toBeLessThanOrEqual(afterReading + 4);

      const { items } = await new OwnerlessEntities({
        knex,
        directory,
        policy,
      }).read(10);
      expect(items).toEqual([]);
    });
  },
);
