import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { firing, resolved } from './alertmanager/__fixtures__/messages';
import { minute, openDesk, START } from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const DAY_MINUTES = 24 * 60;
const down = { alertname: 'InstanceDown', service: 'payments-api' };
const watchdog = { alertname: 'Watchdog', severity: 'none' };
const chatter = { alertname: 'Chatter', severity: 'info' };

function day(n: number): string {
  return minute(n * DAY_MINUTES);
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  const open = async () => openDesk(await databases.init(databaseId));

  it('forgets raw messages first, but never those that wait or were given up', async () => {
    const desk = await open();
    await desk.send(0, firing(down));
    const waiting = await desk.post(firing(down));
    const failed = await desk.post(firing(down));
    await desk
      .knex('alert_deliveries')
      .where({ id: failed })
      .update({ status: 'failed' });

    await desk.pruner.prune(day(29));
    expect(
      await desk.knex('alert_deliveries').whereNull('body').pluck('id'),
    ).toEqual([]);

    await desk.pruner.prune(day(91));
    expect(
      await desk.knex('alert_deliveries').orderBy('sequence').pluck('id'),
    ).toEqual([waiting, failed]);
    expect((await desk.deliveries.read(waiting)).status).toBe('pending');
  });

  it('forgets what became of messages later, and of incidents nothing', async () => {
    const desk = await open();
    const sent = await desk.send(0, firing(down));
    await desk.send(1, resolved(down));

    await desk.pruner.prune(day(31));
    expect((await desk.deliveries.read(sent.deliveryId)).alerts).toHaveLength(
      1,
    );

    await desk.pruner.prune(day(91));
    await expect(desk.deliveries.read(sent.deliveryId)).rejects.toThrow(
      'No delivery',
    );
    expect(await desk.rows('alert_delivery_outcomes')).toBe(0);
    expect(await desk.occurrences()).toMatchObject([
      { title: 'InstanceDown on payments-api', incident: 1 },
    ]);
  });

  it('forgets alerts that made no incident, unless they still fire', async () => {
    const desk = await open();
    await desk.send(0, firing(watchdog), firing(chatter));
    await desk.send(1, resolved(chatter));

    await desk.pruner.prune(day(89));
    expect(await desk.rows('monitoring_alerts')).toBe(2);

    await desk.pruner.prune(day(91));
    expect(await desk.occurrences()).toMatchObject([
      { title: 'Watchdog', firing: true },
    ]);
    expect(await desk.rows('monitoring_alerts')).toBe(1);
  });

  it('keeps an alert that was heard of again, with the occurrences that are young', async () => {
    const desk = await open();
    await desk.send(0, firing(chatter), resolved(chatter));
    const later = { startsAt: day(60) };
    await desk.send(60 * DAY_MINUTES, firing(chatter, later));

    await desk.pruner.prune(day(92));
    expect(await desk.occurrences()).toMatchObject([{ title: 'Chatter' }]);
    expect(await desk.rows('monitoring_alerts')).toBe(1);
  });

  it('works through more than one batch', async () => {
    const desk = await open();
    const ids = Array.from({ length: 450 }, (_, n) => `message-${n}`);
    for (let start = 0; start < ids.length; start += 90) {
      await desk.knex('alert_deliveries').insert(
        ids.slice(start, start + 90).map(id => ({
          id,
          source: 'alertmanager',
          received_at: new Date(START),
          headers: '{}',
          body: '{}',
          size: 2,
          status: 'processed',
        })),
      );
    }

    await desk.pruner.prune(day(91));
    expect(await desk.rows('alert_deliveries')).toBe(0);
  });
});
