import { mockServices } from '@backstage/backend-test-utils';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import {
  DEFAULT_POLICY,
  WATCH_BOUNDS,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { incidentClocks } from '../__testUtils__/incidentClocks';
import { firing } from '../alerts/alertmanager/__fixtures__/messages';
import { minute, openDesk } from '../alerts/__testUtils__/desk';
import { EvidenceReader } from './EvidenceReader';
import { FindingStore } from './FindingStore';
import { Watchdog } from './Watchdog';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A desk whose alerts have opened incidents, and a watchdog that has seen them opened. */
async function openWatch(knex: Knex) {
  const desk = await openDesk(knex);
  const logger = mockServices.logger.mock();
  const findings = new FindingStore();
  const dog = () =>
    new Watchdog({
      knex,
      evidence: new EvidenceReader(),
      findings,
      policy: DEFAULT_POLICY,
      bounds: WATCH_BOUNDS,
      logger,
    });
  const watchdog = dog();
  await watchdog.run(minute(0));

  return {
    ...desk,
    logger,
    findings,
    engine: incidentClocks(desk, { now: () => desk.now.at }),
    /** A watchdog of another replica. */
    another: dog,
    /** Opens an incident by an alert of a service. */
    open: (at: number, service: string) =>
      desk.send(at, firing({ alertname: 'Down', service })),
    /** What a round at a minute leaves found. */
    async look(at: number) {
      await watchdog.run(minute(at));
      return (await findings.list(knex, 100)).map(
        ({ kind, detail }) => `${kind}: ${detail}`,
      );
    },
    since: async () => (await findings.list(knex, 1))[0].since,
    /** Every message is on its way, as if a relay were there. */
    sendAll: () =>
      knex('outbox').update({ state: 'sent', next_attempt_at: null }),
    idOf: async (number: number) =>
      (await desk.incidents.resolveId(knex, `INC-${number}`))!,
  };
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let watch: Awaited<ReturnType<typeof openWatch>>;

  beforeEach(async () => {
    watch = await openWatch(await databases.init(databaseId));
  });

  it('finds nothing where everything goes its way', async () => {
    await watch.open(1, 'pay');
    await watch.open(1, 'cart');
    await watch.sendAll();
    expect(await watch.look(1)).toEqual([]);

    await watch.command(2, 1, { type: 'acknowledge' });
    await watch.command(3, 2, { type: 'merge', into: 'INC-1' });
    await watch.command(4, 2, { type: 'undo' });
    await watch.command(5, 1, {
      type: 'hold',
      reason: 'vendor',
      resumeBy: minute(100),
    });
    await watch.sendAll();
    expect(await watch.look(5)).toEqual([]);

    for (const at of [45, 61, 100, 240, 245]) {
      watch.now.at = minute(at);
      await watch.engine.tick(minute(at));
      await watch.sendAll();
      expect(await watch.look(at)).toEqual([]);
    }
    await watch.command(250, 1, { type: 'resolve' });
    await watch.sendAll();
    expect(await watch.look(250)).toEqual([]);
  });

  it('finds nothing while work is under way', async () => {
    const { knex, now } = watch;
    const services = Array.from({ length: 24 }, (_, n) => `service-${n}`);
    const working = (async () => {
      for (const [n, service] of services.entries()) {
        await watch.open(1, service);
        await watch.command(1, n + 1, { type: 'acknowledge' });
        await watch.command(1, n + 1, { type: 'rename', title: `No. ${n}` });
      }
    })();
    const seen: string[] = [];
    let isWorking = true;
    const done = working.finally(() => {
      isWorking = false;
    });
    while (isWorking) {
      await letOthersRun();
      await watch.another().run(minute(1));
      seen.push(...(await watch.findings.list(knex, 9)).map(f => f.kind));
    }
    await done;
    expect(now.at).toBe(minute(1));
    expect(seen).toEqual([]);
    expect(await knex('incidents')).toHaveLength(services.length);
  });

  it('finds a clock that was lost, and forgets it once it runs', async () => {
    await watch.open(1, 'pay');
    const id = await watch.idOf(1);
    const lost = await watch.knex('clocks').where({ subject_id: id });
    await watch.knex('clocks').where({ subject_id: id }).delete();
    expect(await watch.look(2)).toEqual([
      'clock-missing: acknowledge-warning, acknowledge',
    ]);
    expect(await watch.since()).toBe(minute(1));

    await watch.knex('clocks').insert(lost);
    expect(await watch.look(2)).toEqual([]);
  });

  it('finds a clock that nobody fires, once it is later than may be', async () => {
    await watch.open(0, 'pay');
    await watch.sendAll();
    expect(await watch.look(46)).toEqual([]);
    expect(await watch.look(47)).toEqual([
      'clock-overdue: acknowledge-warning',
    ]);
    expect(await watch.since()).toBe(minute(45));

    watch.now.at = minute(48);
    await watch.engine.tick(minute(48));
    await watch.sendAll();
    expect(await watch.look(48)).toEqual([]);
  });

  it('finds a clock of what is over that nobody fires', async () => {
    await watch.open(0, 'pay');
    await watch.command(1, 1, { type: 'resolve' });
    await watch.sendAll();
    const days = 3 * 24 * 60;
    expect(await watch.look(days)).toEqual([]);
    expect(await watch.look(days + 3)).toEqual(['clock-overdue: close']);
  });

  it('finds an incident that is not what its timeline tells', async () => {
    await watch.open(1, 'pay');
    const id = await watch.idOf(1);
    const { state } = await watch.knex('incidents').where({ id }).first();
    const tampered = { ...JSON.parse(state), title: 'Other', passes: 7 };
    await watch
      .knex('incidents')
      .where({ id })
      .update({ state: JSON.stringify(tampered), version: 9 });
    expect(await watch.look(2)).toEqual([
      'state-differs: version, passes, title',
    ]);
  });

  it('finds a timeline with a gap, also of what is over', async () => {
    await watch.open(1, 'pay');
    await watch.command(2, 1, { type: 'resolve' });
    await watch.sendAll();
    await watch
      .knex('incident_events')
      .where({ incident_id: await watch.idOf(1), sequence: 2 })
      .delete();
    expect(await watch.look(3)).toEqual(['timeline-broken: 2 events']);
  });

  it('leaves alone what a newer release has written', async () => {
    await watch.open(1, 'pay');
    await watch
      .knex('incident_events')
      .where({ sequence: 2 })
      .update({ version: 99 });
    expect(await watch.look(2)).toEqual([]);
  });

  it('finds an opening that nobody is told of', async () => {
    await watch.open(1, 'pay');
    await watch
      .knex('outbox')
      .where({ recipient_ref: 'user:default/ravi' })
      .delete();
    expect(await watch.look(2)).toEqual(['nobody-told: user:default/ravi']);
  });

  it('asks for no messages of before it began to watch, or that are forgotten by now', async () => {
    await watch.open(1, 'pay');
    await watch.knex('outbox').delete();
    await watch
      .knex('watchdog_rounds')
      .update({ watching_since: new Date(minute(2)) });
    expect(await watch.look(2)).toEqual([]);

    await watch
      .knex('watchdog_rounds')
      .update({ watching_since: new Date(minute(0)) });
    expect(await watch.look(3)).toHaveLength(1);
    await watch.knex('clocks').delete();
    expect(await watch.look(25 * 60)).toEqual([
      'clock-missing: acknowledge-warning, acknowledge',
    ]);
  });

  it('finds alerts that nobody processes', async () => {
    await watch.post(firing({ alertname: 'Down', service: 'pay' }));
    await watch.post(firing({ alertname: 'Down', service: 'cart' }));
    expect(await watch.look(2)).toEqual([]);
    expect(await watch.look(3)).toEqual(['alerts-waiting: 2']);
    expect(await watch.since()).toBe(minute(0));

    await watch.processor.tick(minute(3));
    await watch.sendAll();
    expect(await watch.look(3)).toEqual([]);
  });

  it('finds messages that no relay takes', async () => {
    await watch.open(1, 'pay');
    expect(await watch.look(3)).toEqual([]);
    expect(await watch.look(4)).toEqual(['messages-stuck: 3']);
    await watch.sendAll();
    expect(await watch.look(4)).toEqual([]);
  });

  it('goes through all live incidents in turn, however many there are', async () => {
    for (let n = 0; n < 6; n++) {
      await watch.open(1, `service-${n}`);
    }
    await watch.sendAll();
    await watch.knex('incident_events').update({
      recorded_at: new Date(minute(1)),
    });
    await watch.knex('clocks').delete();
    // Long after the changes, so that only the turn of the live ones finds them.
    await watch.knex('watchdog_findings').delete();
    const ids: string[] = await watch
      .knex('incidents')
      .orderBy('id')
      .pluck('id');
    await watch.knex('watchdog_rounds').update({
      last_id: ids[3],
      watching_since: new Date(minute(500)),
    });
    expect(await watch.look(500)).toHaveLength(2);
    expect(await watch.look(501)).toHaveLength(6);
  });

  it('tells the log of each finding once an hour', async () => {
    await watch.open(1, 'pay');
    await watch.sendAll();
    await watch.knex('clocks').delete();
    const told = () =>
      watch.logger.error.mock.calls.filter(([line]) =>
        line.startsWith('Watchdog: '),
      );
    for (const at of [2, 3, 30, 61]) {
      await watch.look(at);
    }
    expect(told()).toEqual([
      [
        `Watchdog: clock-missing since ${minute(1)}: acknowledge-warning, acknowledge`,
        { incidentId: await watch.idOf(1) },
      ],
    ]);
    await watch.another().run(minute(62));
    expect(told()).toHaveLength(2);
  });

  it('forgets what it found of an incident that is gone', async () => {
    await watch.open(1, 'pay');
    await watch.sendAll();
    await watch.knex('clocks').delete();
    expect(await watch.look(2)).toHaveLength(1);
    await watch.knex('incidents').delete();
    await watch.knex('incident_events').delete();
    expect(await watch.look(3)).toEqual([]);
  });
});
