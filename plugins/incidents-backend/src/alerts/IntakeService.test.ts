import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { InputError, NotFoundError } from '@backstage/errors';
import { firing, message } from './alertmanager/__fixtures__/messages';
import { minute, openDesk } from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const down = { alertname: 'InstanceDown', service: 'payments-api' };

it('where the disk is full the sender is told to come again, and nothing is half-written', async () => {
  const desk = await openDesk(await databases.init('SQLITE_3'));
  const long = { ...down, text: 'x'.repeat(100_000) };
  await desk.knex.raw('pragma max_page_count = 1');

  await expect(desk.post(firing(long))).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
    message: expect.stringContaining('send it again'),
  });
  expect(await desk.rows('alert_deliveries')).toBe(0);

  await desk.knex.raw('pragma max_page_count = 4294967294');
  await desk.post(firing(long));
  expect(await desk.rows('alert_deliveries')).toBe(1);
});

describe.each(databases.eachSupportedId())('%s', databaseId => {
  const open = async (alerts?: object) =>
    openDesk(await databases.init(databaseId), alerts);

  it('keeps a message before anything comes of it', async () => {
    const desk = await open();
    const body = message(firing(down));
    const text = JSON.stringify(body, null, 2);
    const { deliveryId } = await desk.intake.receive('alertmanager', {
      body,
      text,
      headers: {
        'user-agent': 'Alertmanager/0.25.0',
        'x-forwarded-for': ['a', 'b'],
        authorization: 'Bearer x',
        cookie: 'x',
        'x-api-key': 'x',
      },
    });

    const row = await desk.knex('alert_deliveries').first();
    expect(row).toMatchObject({
      id: deliveryId,
      source: 'alertmanager',
      body: text,
      status: 'pending',
    });
    expect(JSON.parse(row.headers)).toEqual({
      'user-agent': 'Alertmanager/0.25.0',
      'x-forwarded-for': 'a, b',
    });
    expect(await desk.deliveries.read(deliveryId)).toEqual({
      deliveryId,
      status: 'pending',
      receivedAt: minute(0),
      error: null,
      alerts: [],
    });
    expect(await desk.rows('incidents')).toBe(0);
  });

  it('keeps nothing of what is no message, and says which field', async () => {
    const desk = await open();
    await expect(desk.postBody({ version: '3', alerts: [] })).rejects.toThrow(
      new InputError('version: must be "4"'),
    );
    expect(await desk.rows('alert_deliveries')).toBe(0);
  });

  it('knows its sources', async () => {
    const desk = await open();
    await expect(desk.intake.admit('nagios')).rejects.toThrow(
      new NotFoundError(
        "source: there is no alert source 'nagios'; there is alertmanager",
      ),
    );
  });

  it('keeps many at once in the order of their arrival', async () => {
    const desk = await open();
    const ids = await Promise.all(
      Array.from({ length: 250 }, () => desk.post(firing(down))),
    );
    expect(
      await desk.knex('alert_deliveries').orderBy('sequence').pluck('id'),
    ).toEqual(ids);
  });

  it('refuses more while what it has waits for too long, and takes it when that is over', async () => {
    const desk = await open({ overloadAfter: '30s' });
    await desk.post(firing(down));

    desk.now.at = minute(0.5);
    await desk.intake.admit('alertmanager');
    desk.now.at = minute(0.55);
    await expect(desk.intake.admit('alertmanager')).rejects.toMatchObject({
      statusCode: 503,
      retryAfterSeconds: 30,
    });

    await desk.processor.tick(minute(0.55));
    desk.now.at = minute(0.6);
    await desk.intake.admit('alertmanager');
  });

  it('is not overloaded by one message that fails again and again', async () => {
    const desk = await open();
    desk.town.route = async () => {
      throw new Error('routing broke');
    };
    await desk.post(firing(down));
    await desk.processor.tick(minute(0));

    desk.now.at = minute(30);
    await desk.intake.admit('alertmanager');
    expect(await desk.setup.backlog(minute(30))).toMatchObject({ waiting: 0 });
  });
});
