import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import type { Knex } from 'knex';
import { isPostgres } from '../database/dialect';
import { firing, resolved } from './alertmanager/__fixtures__/messages';
import { minute, openDesk } from './__testUtils__/desk';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const at = (n: number) => ({ startsAt: minute(n) });
const down = (service: string, instance = 'a') => ({
  alertname: 'InstanceDown',
  service,
  instance,
});

/** Fails one statement of a database, as a connection that breaks does. */
class BrokenStatement {
  /** How many statements are left until then; none where it is not armed. */
  #left: number | undefined;

  constructor(knex: Knex) {
    knex.on('query', ({ sql }: { sql: string }) => {
      const isFrame = /^(BEGIN|COMMIT|ROLLBACK)/i.test(sql);
      if (this.#left === undefined || isFrame) {
        return;
      }
      this.#left -= 1;
      if (this.#left === 0) {
        this.#left = undefined;
        throw new Error('the connection broke');
      }
    });
  }

  /** @param n - which statement from now on, from 1 */
  arm(n: number): void {
    this.#left = n;
  }

  /** Whether it was reached. */
  disarm(): boolean {
    const reached = this.#left === undefined;
    this.#left = undefined;
    return reached;
  }
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  const open = async () => openDesk(await databases.init(databaseId));

  it('a message that is processed again changes nothing', async () => {
    const desk = await open();
    await desk.send(1, firing(down('pay'), at(0)), firing(down('shop'), at(0)));
    await desk.send(5, resolved(down('pay'), at(0)), { status: 'odd' });
    const before = await desk.occurrences();
    const incidents = await desk.allIncidents();
    const pages = await desk.pages();

    await desk.knex('alert_deliveries').update({ status: 'pending' });
    await desk.processor.tick(minute(9));

    expect(await desk.occurrences()).toEqual(before);
    expect(await desk.allIncidents()).toEqual(incidents);
    // Two are told of each incident, and once more of the one that recovered.
    expect(pages).toHaveLength(6);
    expect(await desk.pages()).toEqual(pages);
    expect(await desk.rows('alert_delivery_outcomes')).toBe(4);
    expect(await desk.knex('alert_deliveries').pluck('status')).toEqual([
      'processed',
      'processed',
    ]);
  });

  it('whichever statement fails, the message has its effect once', async () => {
    const desk = await open();
    const broken = new BrokenStatement(desk.knex);
    let statements = 0;
    for (let n = 1; ; n++) {
      const service = `service-${n}`;
      desk.now.at = minute(10 * n);
      const id = await desk.post(
        firing(down(service, 'a'), at(10 * n - 1)),
        firing(down(service, 'b'), at(10 * n - 1)),
        'no alert',
      );
      broken.arm(n);
      await desk.processor.tick(minute(10 * n)).catch(() => {});
      const reached = broken.disarm();
      await desk.processor.tick(minute(10 * n + 1));

      const all = await desk.occurrences();
      const mine = all.filter(({ labels }) => labels.service === service);
      const { status, alerts } = await desk.deliveries.read(id);
      expect({ n, status, outcomes: alerts.length }).toEqual({
        n,
        status: 'processed',
        outcomes: 3,
      });
      expect(mine.map(o => [o.deliveries, o.incident])).toEqual([
        [1, n],
        [1, n],
      ]);
      expect(await desk.rows('incidents')).toBe(n);
      expect(await desk.pages()).toHaveLength(2 * n);
      if (!reached) {
        statements = n - 1;
        break;
      }
    }
    expect(statements).toBeGreaterThan(15);
  });

  it('a message that cannot be processed is tried again, given up at last, and holds back no other', async () => {
    const desk = await open();
    desk.now.at = minute(1);
    const good = await desk.post(firing(down('pay'), at(0)));
    const bad = await desk.post(firing(down('shop'), at(0)));
    const late = await desk.post(firing(down('bank'), at(0)));
    const route = desk.town.route.bind(desk.town);
    desk.town.route = async ref => {
      if (ref.includes('shop')) {
        throw new Error('routing broke');
      }
      return route(ref);
    };
    const statusOf = async (id: string) =>
      (await desk.deliveries.read(id)).status;

    await desk.processor.tick(minute(1));
    expect(await statusOf(good)).toBe('processed');
    expect(await statusOf(late)).toBe('processed');
    expect(await desk.deliveries.read(bad)).toMatchObject({
      status: 'pending',
      error: expect.stringContaining('routing broke'),
    });

    for (let n = 2; n <= 8; n++) {
      await desk.processor.tick(minute(10 * n));
    }
    expect(await statusOf(bad)).toBe('failed');
    expect(await desk.setup.keptAside()).toEqual([
      expect.objectContaining({
        id: bad,
        source: 'alertmanager',
        reason: expect.stringContaining('routing broke'),
        excerpt: expect.stringContaining('"version":"4"'),
      }),
    ]);
  });

  it('a message that waits for its next attempt is left alone until then', async () => {
    const desk = await open();
    desk.now.at = minute(1);
    await desk.post(firing(down('pay'), at(0)));
    const route = desk.town.route.bind(desk.town);
    desk.town.route = async () => {
      throw new Error('routing broke');
    };
    await desk.processor.tick(minute(1));
    desk.town.route = route;

    await desk.processor.tick(minute(1));
    expect(await desk.rows('incidents')).toBe(0);
    await desk.processor.tick(minute(2));
    expect(await desk.rows('incidents')).toBe(1);
  });

  it('what a process took up and never finished is taken over when its lease is over', async () => {
    const desk = await open();
    desk.now.at = minute(1);
    const id = await desk.post(firing(down('pay'), at(0)));
    await desk.knex('alert_deliveries').update({
      lease_owner: 'a process that was killed',
      lease_until: new Date(Date.parse(minute(1)) + 2_000),
    });

    await desk.processor.tick(minute(1));
    expect((await desk.deliveries.read(id)).status).toBe('pending');
    await desk.processor.tick(minute(1.1));
    expect((await desk.deliveries.read(id)).status).toBe('processed');
  });

  it('what another process has taken over meanwhile is not written a second time', async () => {
    const desk = await open();
    desk.now.at = minute(1);
    const id = await desk.post(firing(down('pay'), at(0)));
    const route = desk.town.route.bind(desk.town);
    desk.town.route = async ref => {
      desk.town.route = route;
      await desk.anotherProcessor().tick(minute(2));
      return route(ref);
    };
    await desk.processor.tick(minute(1));

    expect((await desk.deliveries.read(id)).status).toBe('processed');
    expect(await desk.rows('incidents')).toBe(1);
    expect(await desk.occurrences()).toEqual([
      expect.objectContaining({ deliveries: 1 }),
    ]);
  });

  it('what ends the process each time is given up', async () => {
    const desk = await open();
    desk.now.at = minute(1);
    const id = await desk.post(firing(down('pay'), at(0)));
    await desk.knex('alert_deliveries').update({ attempts: 8 });
    await desk.processor.tick(minute(1));

    expect(await desk.deliveries.read(id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('The process ended each time'),
    });
  });

  it('several processors share the work, and each alert has its effect once', async () => {
    const desk = await open();
    desk.now.at = minute(1);
    const services = ['pay', 'shop', 'bank', 'mail', 'seat'];
    for (let n = 0; n < 300; n++) {
      const service = services[n % services.length];
      await desk.post(
        firing(down(service, `i${n % 60}`), at(0)),
        firing({ alertname: 'Lost', instance: `i${n % 7}` }, at(0)),
      );
    }
    const processors = isPostgres(desk.knex)
      ? [desk.processor, desk.anotherProcessor(), desk.anotherProcessor()]
      : [desk.processor];
    await Promise.all(processors.map(processor => processor.tick(minute(1))));

    expect(
      await desk.knex('alert_deliveries').distinct('status').pluck('status'),
    ).toEqual(['processed']);
    expect(await desk.rows('incidents')).toBe(services.length + 1);
    const all = await desk.occurrences();
    expect(all).toHaveLength(60 + 7);
    expect(all.reduce((sum, o) => sum + o.deliveries, 0)).toBe(600);
    expect(await desk.rows('alert_delivery_outcomes')).toBe(600);
    expect(await desk.pages()).toHaveLength(2 * services.length + 1);
  });
});
