import { mockServices } from '@backstage/backend-test-utils';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Knex } from 'knex';
import { ClockEngine } from './ClockEngine';
import type { ClockHandler } from './ClockHandler';
import { ClockMetrics } from './ClockMetrics';
import { ClockStore, type ClockChange } from './ClockStore';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const NOW = '2026-11-21T12:00:00.000Z';
const clocks = new ClockStore();

function at(seconds: number): string {
  return new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await knex.schema.createTable('effects', table => {
      table.increments('id');
      table.string('effect');
    });
  });

  const start = (
    subjectId: string,
    ...toStart: Pick<ClockChange, 'kind' | 'dueAt'>[]
  ) =>
    knex.transaction(tx =>
      clocks.change(
        tx,
        toStart.map(clock => ({
          subjectKind: 'incident',
          subjectId,
          ...clock,
        })),
        NOW,
      ),
    );
  const effects = async (): Promise<string[]> =>
    knex('effects').orderBy('id').pluck('effect');
  const writing: ClockHandler = {
    lockFree: allFree,
    async fire(tx, due, now) {
      for (const { kind, subjectId, dueAt } of due) {
        await tx('effects').insert({
          effect: `${kind} of ${subjectId}, due ${dueAt}, at ${now}`,
        });
      }
    },
  };

  it('fires what is due, once, and nothing else', async () => {
    const { engine } = engineOver(knex, writing);
    await start('a', { kind: 'update', dueAt: at(60) });
    await start('b', { kind: 'update', dueAt: at(120) });

    expect(await engine.tick(at(59))).toBe(0);
    expect(await engine.tick(at(61))).toBe(1);
    expect(await engine.tick(at(61))).toBe(0);

    expect(await effects()).toEqual([
      `update of a, due ${at(60)}, at ${at(61)}`,
    ]);
  });

  it('fires the clocks of one subject in the order in which they fell due', async () => {
    const { engine } = engineOver(knex, writing);
    await start(
      'a',
      { kind: 'breach', dueAt: at(9) },
      { kind: 'warning', dueAt: at(5) },
    );

    await engine.tick(at(3600));

    expect(await effects()).toEqual([
      expect.stringContaining('warning of a'),
      expect.stringContaining('breach of a'),
    ]);
  });

  it('lets a handler start the same clock again', async () => {
    const afterwards = [at(200), at(300)];
    const { engine } = engineOver(knex, {
      lockFree: allFree,
      async fire(tx, due, now) {
        const [{ subjectKind, subjectId, kind }] = due;
        const dueAt = afterwards.shift();
        await clocks.change(tx, [{ subjectKind, subjectId, kind, dueAt }], now);
      },
    });
    await start('a', { kind: 'update', dueAt: at(100) });

    expect(await engine.tick(at(150))).toBe(1);
    expect(await engine.tick(at(200))).toBe(1);
  });

  it('keeps the clock when its effect fails, tries again later, and fires the others', async () => {
    let broken = true;
    const { engine, logger } = engineOver(knex, {
      lockFree: allFree,
      async fire(tx, due, now) {
        await writing.fire(tx, due, now);
        if (due.some(({ subjectId }) => subjectId === 'a') && broken) {
          throw new Error('no such incident');
        }
      },
    });
    await start('a', { kind: 'update', dueAt: at(1) });
    await start('b', { kind: 'update', dueAt: at(2) });

    expect(await engine.tick(at(10))).toBe(1);
    expect(await effects()).toEqual([expect.stringContaining('update of b')]);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('update of incident a failed'),
      expect.any(Error),
    );

    broken = false;
    expect(await engine.tick(at(10.9))).toBe(0);
    expect(await engine.tick(at(11))).toBe(1);
    expect(await effects()).toContain(
      `update of a, due ${at(1)}, at ${at(11)}`,
    );
  });

  it('comes back to what somebody else is changing, and fires the others meanwhile', async () => {
    const busy = new Set(['a']);
    const { engine } = engineOver(knex, {
      ...writing,
      lockFree: async (_tx, ids) => new Set(ids.filter(id => !busy.has(id))),
    });
    await start('a', { kind: 'update', dueAt: at(1) });
    await start('b', { kind: 'update', dueAt: at(2) });

    expect(await engine.tick(at(10))).toBe(1);
    expect(await effects()).toEqual([expect.stringContaining('update of b')]);

    busy.clear();
    expect(await engine.tick(at(10))).toBe(1);
  });

  it('tells what follows only after the commit, and survives it failing', async () => {
    const seen: Promise<string[]>[] = [];
    const { engine } = engineOver(knex, {
      lockFree: allFree,
      async fire(tx, due, now) {
        await writing.fire(tx, due, now);
        return {
          afterCommit: () => {
            seen.push(effects());
            throw new Error('nobody listens');
          },
        };
      },
    });
    await start('a', { kind: 'update', dueAt: at(1) });
    await start('b', { kind: 'update', dueAt: at(1) });

    expect(await engine.tick(at(2))).toBe(2);
    expect(await seen[0]).toContain(`update of a, due ${at(1)}, at ${at(2)}`);
  });

  it('leaves clocks alone for which nobody has registered', async () => {
    const { engine } = engineOver(knex, writing);
    await knex.transaction(tx =>
      clocks.change(
        tx,
        [
          {
            subjectKind: 'schedule',
            subjectId: 's',
            kind: 'handover',
            dueAt: at(1),
          },
        ],
        NOW,
      ),
    );

    expect(await engine.tick(at(2))).toBe(0);
    expect(await clocks.lateness(knex, at(2))).toMatchObject({ late: 1 });
  });

  it('fires by itself once it is started, and no more once it is stopped', async () => {
    let fired = () => {};
    const firing = new Promise<void>(resolve => (fired = resolve));
    const { engine } = engineOver(knex, {
      lockFree: allFree,
      async fire() {
        return { afterCommit: fired };
      },
    });
    await start('a', { kind: 'update', dueAt: NOW });

    engine.start();
    await firing;
    await engine.stop();
    await start('b', { kind: 'update', dueAt: NOW });
    engine.hint();

    expect(await clocks.lateness(knex, NOW)).toMatchObject({ late: 1 });
  });

  it('reports how many clocks are late', async () => {
    const { observe } = engineOver(knex, writing);
    await start('a', { kind: 'update', dueAt: NOW });

    expect(await observe('incidents.clocks.late')).toBe(1);
  });
});

it('fires each clock once, however many engines there are', async () => {
  const knex = await databases.init('POSTGRES_18');
  await knex.schema.createTable('effects', table => {
    table.string('subject');
    table.string('kind');
  });
  const subjects = Array.from({ length: 120 }, (_, n) => `subject-${n}`);
  await knex.transaction(tx =>
    clocks.change(
      tx,
      subjects.flatMap(subjectId => [
        { subjectKind: 'incident', subjectId, kind: 'warning', dueAt: at(1) },
        { subjectKind: 'incident', subjectId, kind: 'breach', dueAt: at(2) },
      ]),
      NOW,
    ),
  );
  // As an incident does: the row of the subject is locked while it is written.
  await knex.schema.createTable('subjects', table =>
    table.string('id').primary(),
  );
  await knex('subjects').insert(subjects.map(id => ({ id })));
  const writing: ClockHandler = {
    async lockFree(tx, ids) {
      return new Set(
        await tx('subjects')
          .whereIn('id', [...ids])
          .forUpdate()
          .skipLocked()
          .pluck('id'),
      );
    },
    async fire(tx, due) {
      await tx('effects').insert(
        due.map(({ subjectId, kind }) => ({ subject: subjectId, kind })),
      );
    },
  };

  const fired = await Promise.all(
    [1, 2, 3].map(() => engineOver(knex, writing).engine.tick(at(60))),
  );

  expect(fired.reduce((sum, n) => sum + n)).toBe(240);
  expect(
    await knex('effects')
      .countDistinct({ n: ['subject', 'kind'] })
      .first(),
  ).toEqual({ n: '240' });
  expect(await knex('effects').count({ n: '*' }).first()).toEqual({ n: '240' });
});

/** A handler whose subjects nobody else ever changes. */
async function allFree(
  _tx: Knex.Transaction,
  subjectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set(subjectIds);
}

function engineOver(knex: Knex, handler: ClockHandler) {
  const logger = mockServices.logger.mock();
  const metrics = metricsServiceMock.mock();
  const now = { now: () => NOW };
  const engine = new ClockEngine({
    knex,
    clocks,
    now,
    logger,
    metrics: new ClockMetrics({ metrics, knex, clocks, now }),
  });
  engine.register('incident', handler);

  /** The value that the portal's metrics would read from a gauge. */
  async function observe(name: string): Promise<number> {
    const calls = metrics.createObservableGauge.mock;
    const gauge = calls.results[calls.calls.findIndex(c => c[0] === name)];
    const observed = jest.fn();
    await jest.mocked(gauge.value.addCallback).mock.calls[0][0]({
      observe: observed,
    });
    return observed.mock.calls[0][0];
  }
  return { engine, logger, observe };
}
