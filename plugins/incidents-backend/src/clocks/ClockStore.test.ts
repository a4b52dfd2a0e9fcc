import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import type { Knex } from 'knex';
import { isPostgres } from '../database/dialect';
import { ClockStore, type ClaimedClock } from './ClockStore';

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
  });

  const change = (
    subjectId: string,
    start: { kind: string; dueAt: string }[],
    stop: string[] = [],
  ) =>
    knex.transaction(tx =>
      clocks.change(
        tx,
        [...stop.map(kind => ({ kind })), ...start].map(clock => ({
          subjectKind: 'incident',
          subjectId,
          ...clock,
        })),
        NOW,
      ),
    );
  /** The next clock, as an engine that takes one subject at a time would claim it. */
  const claim = (now: string, kind = 'incident') =>
    knex.transaction(tx => claimNext(tx, kind, now));

  it('runs each kind of clock of a subject once, with the time set last', async () => {
    await change('a', [{ kind: 'update', dueAt: at(60) }]);
    await change('a', [{ kind: 'update', dueAt: at(90) }]);

    expect(await claim(at(89))).toBeUndefined();
    expect(await claim(at(90))).toMatchObject({
      kind: 'update',
      dueAt: at(90),
    });
    expect(await claim(at(90))).toBeUndefined();
  });

  it('finds what is due by an index, however many run', async () => {
    const asked: Knex.Sql[] = [];
    knex.on('query', (query: Knex.Sql) => asked.push(query));
    await clocks.dueSubjects(knex, 'incident', NOW, { most: 50, except: [] });

    expect(await planOf(knex, asked[0])).toContain('clocks_due_of_kind_idx');
  });

  it('stops only what it is told to stop', async () => {
    await change('a', [
      { kind: 'update', dueAt: at(1) },
      { kind: 'acknowledge', dueAt: at(2) },
    ]);
    await change('b', [{ kind: 'update', dueAt: at(3) }]);
    await change('a', [], ['update', 'never-started']);

    expect(await claim(at(9))).toMatchObject({ kind: 'acknowledge' });
    expect(await claim(at(9))).toMatchObject({ subjectId: 'b' });
    expect(await claim(at(9))).toBeUndefined();
  });

  it('hands out what is due, the earliest first, and leaves other kinds of subject alone', async () => {
    await change('b', [{ kind: 'update', dueAt: at(2) }]);
    await change('a', [{ kind: 'update', dueAt: at(3) }]);
    await change('c', [{ kind: 'update', dueAt: at(1) }]);

    expect(await claim(at(5), 'schedule')).toBeUndefined();
    expect((await claim(at(2)))?.subjectId).toBe('c');
    expect((await claim(at(2)))?.subjectId).toBe('b');
    expect(await claim(at(2))).toBeUndefined();
  });

  it('hands out one clock of each subject at a time, in the order in which they fell due', async () => {
    await change('a', [
      { kind: 'update', dueAt: at(2) },
      { kind: 'update-warning', dueAt: at(1) },
    ]);
    await change('b', [{ kind: 'update', dueAt: at(0) }]);

    expect(await claimAndRollBack(knex, at(2))).toMatchObject([
      { subjectId: 'b', kind: 'update' },
      { subjectId: 'a', kind: 'update-warning' },
    ]);
  });

  it('keeps to the last of several changes of one clock', async () => {
    await change('a', [
      { kind: 'update', dueAt: at(1) },
      { kind: 'update', dueAt: at(3) },
    ]);

    expect(await claim(at(2))).toBeUndefined();
    expect(await claim(at(3))).toMatchObject({ dueAt: at(3) });
  });

  it('keeps a claimed clock where the transaction fails', async () => {
    await change('a', [{ kind: 'update', dueAt: at(1) }]);

    await expect(
      knex.transaction(async tx => {
        await claimNext(tx, 'incident', at(1));
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');

    expect(await claim(at(1))).toMatchObject({ kind: 'update', failures: 0 });
  });

  it('postpones a clock but not one that was set anew meanwhile', async () => {
    await change('a', [{ kind: 'update', dueAt: at(1) }]);
    await change('b', [{ kind: 'update', dueAt: at(2) }]);
    const [a, b] = await claimAndRollBack(knex, at(2));

    await clocks.postpone(knex, a, at(10));
    await change('b', [{ kind: 'update', dueAt: at(5) }]);
    await clocks.postpone(knex, b, at(60));

    expect(await claim(at(4))).toBeUndefined();
    expect(await claim(at(5))).toMatchObject({ subjectId: 'b', failures: 0 });
    expect(await claim(at(9))).toBeUndefined();
    expect(await claim(at(10))).toMatchObject({
      subjectId: 'a',
      dueAt: at(1),
      failures: 1,
    });
  });

  it('lets a later clock of a subject go first only while the earlier one waits after a failure', async () => {
    await change('a', [
      { kind: 'update-warning', dueAt: at(1) },
      { kind: 'update', dueAt: at(2) },
    ]);
    const [warning] = await claimAndRollBack(knex, at(2));
    expect(warning.kind).toBe('update-warning');

    await clocks.postpone(knex, warning, at(30));

    expect(await claim(at(3))).toMatchObject({ kind: 'update' });
  });

  it('knows when the next one is due and how many are late', async () => {
    expect(await clocks.nextAfter(knex, NOW)).toBeUndefined();
    expect(await clocks.lateness(knex, NOW)).toEqual({ late: 0 });
    await change('a', [
      { kind: 'update', dueAt: at(10) },
      { kind: 'acknowledge', dueAt: at(20) },
    ]);

    expect(await clocks.nextAfter(knex, NOW)).toBe(at(10));
    expect(await clocks.nextAfter(knex, at(10))).toBe(at(20));
    expect(await clocks.firstOf(knex, ['incident', 'review'])).toEqual(
      new Map([['incident', at(10)]]),
    );
    expect(await clocks.lateness(knex, at(15))).toEqual({
      late: 1,
      oldestDueAt: at(10),
    });
  });
});

/** The due clocks, one of each subject, still in the table. */
async function claimAndRollBack(
  knex: Knex,
  now: string,
): Promise<ClaimedClock[]> {
  const tx = await knex.transaction();
  const subjects = await dueSubjects(tx, 'incident', now);
  const claimed = await clocks.claim(tx, 'incident', subjects, now);
  await tx.rollback();
  return claimed;
}

async function claimNext(
  tx: Knex.Transaction,
  kind: string,
  now: string,
): Promise<ClaimedClock | undefined> {
  const subjects = await dueSubjects(tx, kind, now);
  const [next] = await clocks.claim(tx, kind, subjects.slice(0, 1), now);
  return next;
}

function dueSubjects(db: Knex, kind: string, now: string): Promise<string[]> {
  return clocks.dueSubjects(db, kind, now, { most: 10, except: [] });
}

/** How the database would answer; PostgreSQL as if it had more rows than it has. */
async function planOf(
  knex: Knex,
  { sql, bindings }: Knex.Sql,
): Promise<string> {
  const explained = isPostgres(knex)
    ? await knex.transaction(async tx => {
        await tx.raw('set local enable_seqscan = off');
        return tx.raw(
          `explain ${sql.replace(/\$\d+/g, '?')}`,
          bindings as Knex.RawBinding[],
        );
      })
    : await knex.raw(
        `explain query plan ${sql}`,
        bindings as Knex.RawBinding[],
      );
  return JSON.stringify(explained.rows ?? explained);
}
