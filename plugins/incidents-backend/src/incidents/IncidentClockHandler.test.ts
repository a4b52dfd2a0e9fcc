import type { Knex } from 'knex';
import { incidentClocks } from '../__testUtils__/incidentClocks';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { by, minute, nadia, openWard } from './__testUtils__/ward';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** An incident and the engine that fires its clocks; the acknowledge falls due long before. */
async function openWardWithClocks(knex: Knex) {
  const ward = await openWard(knex);
  return { ...ward, engine: incidentClocks(ward, { now: () => minute(0) }) };
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('fires the clocks of many incidents as it would those of one', async () => {
    const w = await openWardWithClocks(await databases.init(databaseId));
    const incidents = [await w.report('Cards'), await w.report('Refunds')];

    const fired = await w.engine.tick(minute(24 * 60));

    expect(fired).toBe(4);
    for (const { id } of incidents) {
      const events = await w.events.timeline(w.knex, id);
      expect(events.slice(-2)).toMatchObject([
        { type: 'clock-fired', data: { clock: 'acknowledge-warning' } },
        { type: 'clock-fired', data: { clock: 'acknowledge' } },
      ]);
    }
  });
});

it('waits for nobody who changes an incident of which a clock is due', async () => {
  const w = await openWardWithClocks(await databases.init('POSTGRES_18'));
  const { id } = await w.report('Card payments time out');
  const command = await w.knex.transaction();
  await w.incidents.lock(command, [id]);

  const tick = w.engine.tick(minute(24 * 60));
  await overOrWaiting(tick, w.knex);
  await w.writer.execute(
    command,
    id,
    { command: { type: 'acknowledge' } },
    by(nadia, minute(1)),
  );
  await command.commit();

  expect(await tick).toBe(0);
  expect(await w.incidents.state(w.knex, id)).toMatchObject({ lead: nadia });
});

/** Resolves once the work is over, or waits for a lock of another transaction. */
async function overOrWaiting(
  work: Promise<unknown>,
  knex: Knex,
): Promise<void> {
  let isOver = false;
  work.then(() => (isOver = true));
  while (!isOver) {
    const { rows } = await knex.raw(
      `select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) {
      return;
    }
  }
}
