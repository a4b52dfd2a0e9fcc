import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { firing } from './alertmanager/__fixtures__/messages';
import { minute, openDesk } from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('%s', databaseId => {
  const open = async () => openDesk(await databases.init(databaseId));

  it('shows a source that has never sent', async () => {
    const desk = await open();
    expect(await desk.setup.sources(minute(0))).toEqual([
      {
        id: 'alertmanager',
        title: 'Alertmanager',
        lastReceivedAt: null,
        today: 0,
        keptAside: 0,
      },
    ]);
    expect(await desk.setup.backlog(minute(0))).toEqual({
      lastReceivedAt: null,
      waiting: 0,
      oldestWaitingMs: 0,
    });
    expect(await desk.setup.keptAside()).toEqual([]);
    expect(await desk.setup.unmatched()).toEqual([]);
  });

  it('shows what was received and what waits', async () => {
    const desk = await open();
    const day = 24 * 60;
    await desk.send(0, firing({ alertname: 'A', service: 'pay' }));
    await desk.send(day + 1, firing({ alertname: 'A', service: 'pay' }));
    await desk.post(firing({ alertname: 'A', service: 'pay' }));
    desk.now.at = minute(day + 3);

    expect(await desk.setup.sources(desk.now.at)).toEqual([
      expect.objectContaining({ lastReceivedAt: minute(day + 1), today: 2 }),
    ]);
    expect(await desk.setup.backlog(desk.now.at)).toEqual({
      lastReceivedAt: minute(day + 1),
      waiting: 1,
      oldestWaitingMs: 2 * 60_000,
    });
  });

  it('lists what could not be read, the latest first', async () => {
    const desk = await open();
    await desk.send(1, { status: 'odd', labels: { a: 'b' } });
    const { deliveryId } = await desk.send(2, firing({ alertname: 'A' }), 7);

    expect(await desk.setup.keptAside()).toEqual([
      {
        id: `${deliveryId}:1`,
        source: 'alertmanager',
        receivedAt: minute(2),
        reason: 'alert: must be an object',
        excerpt: '7',
      },
      expect.objectContaining({
        receivedAt: minute(1),
        reason: 'status: must be firing or resolved',
        excerpt: '{"status":"odd","labels":{"a":"b"}}',
      }),
    ]);
    const [{ keptAside }] = await desk.setup.sources(minute(3));
    expect(keptAside).toBe(2);
  });

  it('groups labels that lead to no entity by the alert, and drops what leads to one by now', async () => {
    const desk = await open();
    const probe = (service: string, host: string) =>
      firing({ alertname: 'ProbeFailed', service, host, team: 'edge' });
    await desk.send(1, probe('nobody-knows', 'a'), probe('nobody-knows', 'b'));
    await desk.send(2, firing({ alertname: 'Slow', service: 'gateway' }));
    await desk.send(3, probe('nobody-knows', 'b'));

    expect(await desk.setup.unmatched()).toEqual([
      {
        labels: { alertname: 'Slow', service: 'gateway' },
        alerts: 1,
        lastAt: minute(2),
        reason: 'several',
      },
      {
        labels: {
          alertname: 'ProbeFailed',
          service: 'nobody-knows',
          team: 'edge',
        },
        alerts: 2,
        lastAt: minute(1),
        reason: 'none',
      },
    ]);

    desk.town.unknown.clear();
    expect((await desk.setup.unmatched()).map(g => g.labels.alertname)).toEqual(
      ['Slow'],
    );
  });
});
