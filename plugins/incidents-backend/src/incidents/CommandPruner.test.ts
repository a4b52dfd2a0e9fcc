import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { CommandLog } from './CommandLog';
import { CommandPruner } from './CommandPruner';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

it.each(databases.eachSupportedId())(
  'knows a repeated command for seven days, and not for ever, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const commands = new CommandLog();
    await knex.transaction(async tx => {
      for (let n = 0; n < 250; n++) {
        const id = `incident-${n % 2}`;
        await commands.record(tx, id, `${n}`, true, '2026-11-01T00:00:00.000Z');
      }
      await commands.record(tx, 'a', 'new', true, '2026-11-02T00:00:00.000Z');
    });
    const pruner = new CommandPruner({ knex, commands });

    expect(await pruner.prune('2026-11-08T00:00:00.000Z')).toBe(0);
    expect(await pruner.prune('2026-11-08T00:00:00.001Z')).toBe(250);
    expect(await knex('incident_commands').pluck('client_id')).toEqual(['new']);
  },
);
