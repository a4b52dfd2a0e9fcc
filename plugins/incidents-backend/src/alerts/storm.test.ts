import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { firing } from './alertmanager/__fixtures__/messages';
import { minute, openDesk } from './__testUtils__/desk';

jest.setTimeout(120_000);

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MESSAGES = 100;
const ALERTS = 100;

/** One message of a storm on one service: every alert has labels, and so a fingerprint, of its own. */
function stormMessage(number: number) {
  return Array.from({ length: ALERTS }, (_, index) =>
    firing(
      {
        alertname: 'InstanceDown',
        service: 'payments-api',
        instance: `node-${number}-${index}`,
      },
      {
        startsAt: minute(0),
        fingerprint: (number * ALERTS + index).toString(16).padStart(16, '0'),
      },
    ),
  );
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('ten thousand alerts on one service are one incident that each person is asked once to take', async () => {
    const desk = await openDesk(await databases.init(databaseId));
    await desk.send(1, ...stormMessage(0).slice(0, 1));
    const version = () => desk.knex('incidents').pluck('version');
    const [opened] = await version();

    for (let number = 0; number < MESSAGES; number++) {
      await desk.post(...stormMessage(number));
    }
    await desk.processor.tick(minute(2));

    expect(await desk.rows('monitoring_alerts')).toBe(MESSAGES * ALERTS);
    expect(await desk.rows('incidents')).toBe(1);
    const [{ id }] = await desk.allIncidents();
    expect(
      await desk
        .knex('alert_occurrences')
        .where({ incident_id: id, firing: true })
        .count({ n: '*' })
        .first()
        .then(row => Number(row?.n)),
    ).toBe(MESSAGES * ALERTS);
    expect(await desk.pages()).toEqual([
      'user:default/nadia pending',
      'user:default/ravi pending',
    ]);
    expect(await version()).toEqual([opened]);
  });
});
