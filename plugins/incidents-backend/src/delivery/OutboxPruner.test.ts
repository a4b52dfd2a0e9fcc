import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { OutboxPruner } from './OutboxPruner';
import { OutboxRecords } from './OutboxRecords';
import { OutboxStore } from './OutboxStore';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

it.each(databases.eachSupportedId())(
  'forgets after thirty days what nobody needs any more, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const outbox = new OutboxStore();
    await knex.transaction(tx =>
      outbox.enqueue(
        tx,
        Array.from({ length: 250 }, (_, n) => ({
          subjectKind: 'incident',
          subjectId: String(n),
          cause: '1:routed',
          kind: 'page',
          channel: 'notifications',
          recipient: { ref: 'user:default/nadia', name: 'Nadia' },
          payload: {},
        })),
        '2026-10-01T00:00:00.000Z',
      ),
    );
    await knex('outbox').update({ state: 'sent' });
    await knex('outbox').where({ subject_id: '7' }).update({ state: 'dead' });
    const pruner = new OutboxPruner({
      knex,
      records: new OutboxRecords(),
    });

    expect(await pruner.prune('2026-10-31T00:00:00.000Z')).toBe(0);
    expect(await pruner.prune('2026-10-31T00:00:00.001Z')).toBe(249);
    expect(await knex('outbox').pluck('state')).toEqual(['dead']);
  },
);
