import type { Knex } from 'knex';
import { as, openPortal } from './__testUtils__/portal';
import { PluginDatabases } from './database/__testUtils__/PluginDatabases';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const REF = 'component:default/payments-api';

/** What the engines ask beside the requests is about their own tables. */
const OF_READING =
  /\b(entity_contexts|incident_?\w*|directory_\w+|action_\w+|reviews?_?\w*)\b/;

async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }) => statements.push(sql);
  knex.on('query', note);
  await work();
  knex.removeListener('query', note);
  return statements.filter(sql => OF_READING.test(sql));
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('costs a few statements to read, however many incidents there are', async () => {
    const knex = await databases.init(databaseId);
    const portal = await openPortal(knex);
    const report = (title: string) =>
      portal.post('/incidents', { title, entityRef: REF }, as('mei'));
    expect((await report('Card payments time out')).status).toBe(201);
    expect((await report('Refunds wait')).status).toBe(201);
    await knex('entity_contexts').insert({
      entity_ref: REF,
      context: JSON.stringify({
        entity: { ref: REF, title: 'payments-api' },
        dependencies: [{ ref: 'resource:default/db', title: 'db' }],
        owner: { ref: 'group:default/payments', title: 'Payments' },
        unrouted: null,
        told: [],
        toldCount: 0,
      }),
    });
    // What the reports have set off reads too, while it is under way; and what the catalog says
    // of an entity is one more for card and tab, until it is remembered.
    const cost = async (path: string) => {
      const costs: number[] = [];
      for (let turn = 0; turn < 5; turn++) {
        const statements = await statementsOf(knex, async () =>
          expect((await portal.get(path, as('mei'))).status).toBe(200),
        );
        costs.push(statements.length);
      }
      return Math.min(...costs);
    };

    expect({
      card: await cost('/entities/component/default/payments-api'),
      tab: await cost('/entities/component/default/payments-api/history'),
      list: await cost('/incidents?live=true&q=card'),
      inbox: await cost('/inbox?view=mine'),
    }).toEqual({ card: 2, tab: 6, list: 1, inbox: 3 });
    await portal.stop();
  });
});
