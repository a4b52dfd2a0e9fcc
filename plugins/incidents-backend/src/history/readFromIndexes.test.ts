import { historyQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { Knex } from 'knex';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { PlannedOnce } from '../database/PlannedOnce';
import { minute, nadia, openWard } from '../incidents/__testUtils__/ward';
import { EntityTally } from './EntityTally';
import { RecordReader } from './RecordReader';

// Which index PostgreSQL takes depends on how much there is; SQLite says of an empty table.
const databases = PluginDatabases.create({ ids: ['SQLITE_3'] });

/** How SQLite finds what each statement reads which `act` asks. */
async function waysOf(knex: Knex, act: () => Promise<unknown>) {
  const asked: Knex.Sql[] = [];
  const listen = (query: Knex.Sql) => asked.push(query);
  knex.on('query', listen);
  await act();
  knex.off('query', listen);
  const plans = await Promise.all(
    asked.map(({ sql, bindings }) =>
      knex.raw<{ detail: string }[]>(`explain query plan ${sql}`, [
        ...bindings,
      ]),
    ),
  );
  return plans.map(plan => plan.map(({ detail }) => detail));
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('finds what is still to be done about an entity without reading its action items', async () => {
    const { knex } = await openWard(await databases.init(databaseId));
    const tally = new EntityTally({
      knex,
      planned: new PlannedOnce(knex),
      now: { now: () => minute(9) },
    });

    const [ways] = await waysOf(knex, () =>
      tally.lastDays(accessOf(nadia), 'component:default/payments-api', 90),
    );

    expect(ways).toContain(
      'SEARCH action_items USING COVERING INDEX action_items_entity_idx (entity_ref=? AND open=?)',
    );
  });

  it('finds out of thousands of incidents what they count as without reading their rows', async () => {
    const { knex } = await openWard(await databases.init(databaseId));
    const planned = new PlannedOnce(knex);
    const options = { knex, planned, now: { now: () => minute(9) } };
    const tally = new EntityTally(options);
    const access = accessOf(nadia);
    const entityRef = 'component:default/payments-api';
    const scope = { entityRefs: [entityRef] };

    const ways = await waysOf(knex, async () => {
      await tally.lastDays(access, entityRef, 90);
      await tally.overall(access, scope, historyQuerySchema.parse({}));
      await new RecordReader(options).covering(access, scope, {
        period: { from: minute(0), to: minute(9) },
        shortened: false,
      });
    });

    const fromIndex = expect.arrayContaining([
      'SEARCH incidents USING COVERING INDEX incidents_kind_idx (id=?)',
    ]);
    expect(ways).toEqual([fromIndex, fromIndex, fromIndex]);
  });
});
