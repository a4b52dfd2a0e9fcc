import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../database/migrate';
import { ClockStore, type ClockToStart } from './ClockStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const NOW = '2026-11-21T12:00:00.000Z';
const clocks = new ClockStore();

function at(seconds: number): string {
  return new Date(Date.parse(NOW) + seconds * 1_000).toISOString();
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });

  const replace = (
    subjectId: string,
    start: ClockToStart[],
    stop: string[] = [],
  ) =>
    knex.transaction(tx =>
      clocks.replace(tx, 'incident', subjectId, { start, stop }, NOW),
    );
  const claim = (now: string, kinds = ['incident']) =>
    knex.transaction(tx => clocks.claimNext(tx, kinds, now));

  it('runs each kind of clock of a subject once, with the time set last', async () => {
    await replace('a', [{ kind: 'update', dueAt: at(60) }]);
    await replace('a', [{ kind: 'update', dueAt: at(90) }]);

    expect(await claim(at(89))).toBeUndefined();
    expect(await claim(at(90))).toMatchObject({
      kind: 'update',
      dueAt: at(90),
    });
    expect(await claim(at(90))).toBeUndefined();
  });

  it('stops only what it is told to stop', async () => {
    await replace('a', [
      { kind: 'update', dueAt: at(1) },
      { kind: 'acknowledge', dueAt: at(2) },
    ]);
    await replace('b', [{ kind: 'update', dueAt: at(3) }]);
    await replace('a', [], ['update', 'never-started']);

    expect(await claim(at(9))).toMatchObject({ kind: 'acknowledge' });
    expect(await claim(at(9))).toMatchObject({ subjectId: 'b' });
    expect(await claim(at(9))).toBeUndefined();
  });

  it('hands out what is due, the earliest first, and leaves other kinds of subject alone', async () => {
    await replace('b', [{ kind: 'update', dueAt: at(2) }]);
    await replace('a', [{ kind: 'update', dueAt: at(3) }]);
    await replace('c', [{ kind: 'update', dueAt: at(1) }]);

    expect(await claim(at(5), ['schedule'])).toBeUndefined();
    expect((await claim(at(2)))?.subjectId).toBe('c');
    expect((await claim(at(2)))?.subjectId).toBe('b');
    expect(await claim(at(2))).toBeUndefined();
  });

  it('keeps a claimed clock where the transaction fails', async () => {
    await replace('a', [{ kind: 'update', dueAt: at(1) }]);

    await expect(
      knex.transaction(async tx => {
        await clocks.claimNext(tx, ['incident'], at(1));
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');

    expect(await claim(at(1))).toMatchObject({ kind: 'update', failures: 0 });
  });

  it('postpones a clock but not one that was set anew meanwhile', async () => {
    await replace('a', [{ kind: 'update', dueAt: at(1) }]);
    await replace('b', [{ kind: 'update', dueAt: at(2) }]);
    const [a, b] = await claimAndRollBack(knex, at(2));

    await clocks.postpone(knex, a, at(10));
    await replace('b', [{ kind: 'update', dueAt: at(5) }]);
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
    await replace('a', [
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
    await replace('a', [
      { kind: 'update', dueAt: at(10) },
      { kind: 'acknowledge', dueAt: at(20) },
    ]);

    expect(await clocks.nextAfter(knex, NOW)).toBe(at(10));
    expect(await clocks.nextAfter(knex, at(10))).toBe(at(20));
    expect(await clocks.lateness(knex, at(15))).toEqual({
      late: 1,
      oldestDueAt: at(10),
    });
  });
});

it('leaves out what another transaction holds, and of its subject everything', async () => {
  const knex = await databases.init('POSTGRES_18');
  await migrate(knex);
  await knex.transaction(async tx => {
    for (const [subject, seconds] of [
      ['a', 1],
      ['b', 3],
    ] as const) {
      await clocks.replace(
        tx,
        'incident',
        subject,
        {
          start: [
            { kind: 'update-warning', dueAt: at(seconds) },
            { kind: 'update', dueAt: at(seconds + 1) },
          ],
          stop: [],
        },
        NOW,
      );
    }
  });

  const mine = await knex.transaction();
  const yours = await knex.transaction();
  expect(await clocks.claimNext(mine, ['incident'], at(9))).toMatchObject({
    subjectId: 'a',
    kind: 'update-warning',
  });
  expect(await clocks.claimNext(yours, ['incident'], at(9))).toMatchObject({
    subjectId: 'b',
    kind: 'update-warning',
  });
  const third = await knex.transaction();
  expect(await clocks.claimNext(third, ['incident'], at(9))).toBeUndefined();
  await third.rollback();
  await mine.rollback();
  await yours.rollback();
});

/** The due clocks, one subject each, still in the table. */
async function claimAndRollBack(knex: Knex, now: string) {
  const tx = await knex.transaction();
  const claimed = [
    await clocks.claimNext(tx, ['incident'], now),
    await clocks.claimNext(tx, ['incident'], now),
  ];
  await tx.rollback();
  return claimed.map(clock => clock!);
}
