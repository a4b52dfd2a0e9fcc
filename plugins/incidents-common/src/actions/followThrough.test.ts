import fc from 'fast-check';
import { daysOf } from '../history/calendar';
import {
  actionsOnTime,
  daysOverdue,
  followThroughOf,
  isOverdueAction,
  type FollowedAction,
  type Recurrence,
} from './followThrough';
import { ACTION_STATUSES, isOpenAction } from './vocabulary';

const zone = 'Europe/Berlin';
const now = '2026-11-26T12:00:00.000Z';
const period = { from: '2026-08-31T22:00:00.000Z', to: now };

/** The end of a day in Berlin. */
function endOf(day: string) {
  const noon = `${day}T12:00:00.000Z`;
  return daysOf({ from: noon, to: noon }, zone)[0].to;
}

function action(given: Partial<FollowedAction> = {}): FollowedAction {
  const dueOn = given.dueOn ?? '2026-11-10';
  return {
    status: 'in-progress',
    ownerRef: 'group:default/payments',
    responsibleRef: 'user:default/nadia',
    proposedAt: '2026-11-16T12:00:00.000Z',
    dueOn,
    dueAt: endOf(dueOn),
    ...given,
  };
}

function done(closedAt: string, given: Partial<FollowedAction> = {}) {
  return action({ status: 'done', closedAt, ...given });
}

function follow(
  actions: readonly FollowedAction[],
  recurrences: readonly Recurrence[] = [],
) {
  return followThroughOf({ actions, recurrences, period, now, zone });
}

describe('an action is overdue', () => {
  it('from the end of its day on, while there is something to do', () => {
    const due = action({ dueOn: '2026-11-25' });
    expect(isOverdueAction(due, '2026-11-25T22:59:59.999Z')).toBe(false);
    expect(isOverdueAction(due, '2026-11-25T23:00:00.000Z')).toBe(true);
    expect(isOverdueAction({ ...due, status: 'done' }, now)).toBe(false);
  });

  it('for the days that have begun since', () => {
    const dueAt = endOf('2026-11-25');
    expect(daysOverdue(dueAt, '2026-11-25T22:00:00.000Z')).toBe(0);
    expect(daysOverdue(dueAt, '2026-11-25T23:00:00.001Z')).toBe(1);
    expect(daysOverdue(dueAt, '2026-11-27T00:00:00.000Z')).toBe(2);
  });
});

describe('what was due in a month', () => {
  it('was done in time or late, is open, or will not be done', () => {
    const { cohorts } = follow([
      done('2026-11-10T22:59:59.000Z'),
      done(endOf('2026-11-10')),
      done('2026-11-11T09:00:00.000Z', { status: 'verified' }),
      action(),
      action({ status: 'wont-do', closedAt: '2026-11-12T09:00:00.000Z' }),
      done('2026-10-01T09:00:00.000Z', { dueOn: '2026-10-31' }),
    ]);
    expect(cohorts).toEqual([
      cohort('2026-09'),
      cohort('2026-10', { due: 1, closedOnTime: 1 }),
      cohort('2026-11', {
        due: 5,
        closedOnTime: 2,
        closedLate: 1,
        open: 1,
        wontDo: 1,
      }),
    ]);
  });

  it('does not count what was decided against by then, as no promise of a team does', () => {
    const { cohorts, teams } = follow([
      action({ status: 'wont-do', closedAt: '2026-11-10T09:00:00.000Z' }),
      action(),
    ]);
    expect(cohorts.at(-1)).toEqual(cohort('2026-11', { due: 1, open: 1 }));
    expect(teams).toMatchObject([{ due: 1 }]);
  });

  it('counts once its day is over, not before, whether it is done or not', () => {
    const dueOn = '2026-11-26';
    const { cohorts, teams } = follow([
      done('2026-11-20T09:00:00.000Z', { dueOn }),
      action({ dueOn }),
    ]);
    expect(cohorts.every(({ due }) => due === 0)).toBe(true);
    expect(teams).toMatchObject([{ due: 0, open: 1 }]);
  });

  it('is of the month that its day has where the organisation is', () => {
    const { cohorts } = follow([action({ dueOn: '2026-10-31' })]);
    expect(cohorts.find(({ due }) => due > 0)?.month).toBe('2026-10');
  });
});

function cohort(month: string, given: object = {}) {
  return {
    month,
    due: 0,
    closedOnTime: 0,
    closedLate: 0,
    open: 0,
    wontDo: 0,
    ...given,
  };
}

describe('a commitment to an action', () => {
  it('is kept by what was done by the end of its day, of what fell due', () => {
    expect(
      actionsOnTime(
        [
          done('2026-11-10T09:00:00.000Z'),
          done('2026-11-12T09:00:00.000Z'),
          action(),
        ],
        period,
      ),
    ).toEqual({ n: 1, of: 3 });
  });

  it('is taken back by a decision against it before its day, not after', () => {
    const wontDo = (closedAt: string) =>
      action({ status: 'wont-do', closedAt });
    expect(actionsOnTime([wontDo('2026-11-10T09:00:00.000Z')], period)).toEqual(
      { n: 0, of: 0 },
    );
    expect(actionsOnTime([wontDo('2026-11-11T09:00:00.000Z')], period)).toEqual(
      { n: 0, of: 1 },
    );
  });
});

describe('what is open', () => {
  it('says how old it is, how much of it is overdue and nobody does', () => {
    expect(
      follow([
        action({ proposedAt: '2026-11-24T12:00:00.000Z' }),
        action({ proposedAt: '2026-11-22T12:00:00.000Z' }),
        action({
          status: 'proposed',
          responsibleRef: undefined,
          dueOn: '2026-12-24',
          proposedAt: '2026-11-16T12:00:00.000Z',
        }),
        done('2026-11-10T09:00:00.000Z'),
      ]).open,
    ).toEqual({
      count: 3,
      overdue: 2,
      needsOwner: 1,
      ageDaysP50: 4,
      ageDaysP90: 8.8,
    });
  });

  it('has no age where there is nothing', () => {
    expect(follow([]).open).toEqual({
      count: 0,
      overdue: 0,
      needsOwner: 0,
      ageDaysP50: null,
      ageDaysP90: null,
    });
  });
});

describe('what is over', () => {
  it('was verified, or will not be done, as far as it was closed in the period', () => {
    const { verified, wontDo } = follow([
      done('2026-11-10T09:00:00.000Z', { status: 'verified' }),
      done('2026-11-10T09:00:00.000Z'),
      done('2026-08-10T09:00:00.000Z', { dueOn: '2026-09-10' }),
      action({ status: 'wont-do', closedAt: '2026-11-10T09:00:00.000Z' }),
    ]);
    expect(verified).toEqual({ verified: 1, closed: 2 });
    expect(wontDo).toEqual({ count: 1, of: 3 });
  });
});

describe('teams', () => {
  it('come in the order of what they have overdue, nobody among them', () => {
    const ledger = 'group:default/ledger';
    expect(
      follow([
        action({ dueOn: '2026-12-24' }),
        done('2026-11-10T09:00:00.000Z', { ownerRef: ledger }),
        action({ ownerRef: ledger }),
        action({ ownerRef: undefined }),
        action({ ownerRef: undefined }),
        done('2025-11-10T09:00:00.000Z', {
          ownerRef: 'group:default/gone',
          dueOn: '2025-11-10',
        }),
      ]).teams,
    ).toEqual([
      { owner: null, open: 2, overdue: 2, closedOnTime: 0, due: 2 },
      { owner: ledger, open: 1, overdue: 1, closedOnTime: 1, due: 2 },
      {
        owner: 'group:default/payments',
        open: 1,
        overdue: 0,
        closedOnTime: 0,
        due: 0,
      },
    ]);
  });
});

describe('what recurred while an action was open', () => {
  const incident = { number: 'INC-9', title: 'Queue overflows' };
  const at = '2026-11-12T12:00:00.000Z';

  it('is told newest first, with how overdue the action was then', () => {
    const limit = { number: 'ACT-1', title: 'Limit the queue' };
    const watch = { number: 'ACT-2', title: 'Watch the queue' };
    const later = { number: 'INC-12', title: 'Queue overflows again' };
    const { recurredWhileOpen } = follow(
      [],
      [
        { incident, at, action: limit, dueAt: endOf('2026-11-10') },
        { incident, at, action: watch, dueAt: endOf('2026-12-10') },
        {
          incident: later,
          at: '2026-11-20T12:00:00.000Z',
          action: limit,
          dueAt: endOf('2026-11-10'),
        },
      ],
    );
    expect(recurredWhileOpen).toEqual({
      incidents: 2,
      items: [
        {
          ...later,
          at: '2026-11-20T12:00:00.000Z',
          action: limit,
          overdueDays: 10,
        },
        { ...incident, at, action: limit, overdueDays: 2 },
        { ...incident, at, action: watch, overdueDays: 0 },
      ],
    });
  });
});

describe('whatever the actions', () => {
  const status = fc.constantFrom(...ACTION_STATUSES);
  const day = fc
    .integer({ min: 0, max: 200 })
    .map(days => new Date(Date.UTC(2026, 6, 1 + days)).toISOString());
  const anyAction: fc.Arbitrary<FollowedAction> = fc
    .record({ status, due: day, closed: day, owner: fc.constantFrom('a', 'b') })
    .map(({ status: is, due, closed, owner }) =>
      action({
        status: is,
        dueOn: due.slice(0, 10),
        ownerRef: owner,
        ...(!isOpenAction(is) && { closedAt: closed }),
      }),
    );

  it('each that was promised and fell due is in one cohort, with one outcome, and the teams add up', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 30 }), actions => {
        const { cohorts, teams, open } = follow(actions);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(cohorts.map(({ due }) => due))).toBe(
          actions.filter(
            ({ status: is, dueAt, closedAt = now }) =>
              period.from < dueAt &&
              dueAt <= period.to &&
              (is !== 'wont-do' || closedAt > dueAt),
          ).length,
        );
        expect(sum(teams.map(team => team.due))).toBe(
          sum(cohorts.map(({ due }) => due)),
        );
        for (const month of cohorts) {
          expect(
            month.closedOnTime + month.closedLate + month.open + month.wontDo,
          ).toBe(month.due);
        }
        expect(sum(teams.map(team => team.open))).toBe(open.count);
        expect(sum(teams.map(team => team.overdue))).toBe(open.overdue);
        expect(sum(teams.map(team => team.closedOnTime))).toBe(
          sum(cohorts.map(({ closedOnTime }) => closedOnTime)),
        );
      }),
    );
  });
});
