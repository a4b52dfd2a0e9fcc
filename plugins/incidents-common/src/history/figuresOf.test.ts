import {
  HOUR,
  MINUTE,
  minute,
  ordersDb,
  paymentsApi,
} from '../incidents/__testUtils__/stage';
import { DEFAULT_POLICY } from '../incidents/policy';
import { record } from './__testUtils__/records';
import { figuresOf, type FiguresOptions, type TitledRecord } from './figuresOf';
import { INCIDENTS } from './selection';

const HOURS = 60;

/** One that was declared so many minutes after the start and took so many, with whatever differs. */
function incident(
  number: number,
  [at, took]: readonly [at: number, took: number],
  given: Parameters<typeof record>[0] = {},
): TitledRecord {
  const { stamps, course, ...differing } = given;
  return {
    ...record({
      id: `incident-${number}`,
      entities: [{ ref: paymentsApi.ref, level: 'root', since: minute(at) }],
      stamps: {
        impactStartedAt: minute(at),
        detectedAt: minute(at),
        declaredAt: minute(at),
        resolvedAt: minute(at + took),
        ...stamps,
      },
      impactWindows: [{ from: minute(at), to: minute(at + took) }],
      course: {
        statuses: [
          { status: 'triage', since: minute(at) },
          { status: 'fixing', since: minute(at + took / 2) },
          { status: 'resolved', since: minute(at + took) },
        ],
        priorities: [{ priority: 'P1', since: minute(at) }],
        owners: [{ ownerRef: 'group:default/payments', since: minute(at) }],
        ...course,
      },
      ...differing,
    }),
    number: `INC-${number}`,
    title: `Trouble ${number}`,
  };
}

/** Ten, one every three hours from the start on, which took ten minutes, twenty and so on. */
const ten = Array.from({ length: 10 }, (_, n) =>
  incident(n + 1, [n * 3 * HOURS, (n + 1) * 10]),
);

/** Two days from the start on. */
const period = { from: minute(0), to: minute(48 * HOURS) };

function figures(
  incidents: readonly TitledRecord[],
  given: Partial<FiguresOptions> = {},
) {
  return figuresOf({
    incidents,
    period,
    now: period.to,
    zone: 'UTC',
    selection: INCIDENTS,
    entityRefs: new Set([paymentsApi.ref]),
    impact: 'any',
    policy: DEFAULT_POLICY,
    actionsOnTime: { n: 3, of: 4 },
    ...given,
  });
}

describe('the figures of a history', () => {
  it('are none below ten that are counted', () => {
    const drill = incident(11, [0, 10], { mode: 'drill' });
    expect(figures([...ten.slice(1), drill])).toBeUndefined();
    expect(figures(ten)).toMatchObject({ counted: 10, leftOut: {} });
  });

  it('have each day on which something was, in the zone, and leave the others out', () => {
    // It starts at ten: five begin before midnight in UTC, the sixth at one in the morning.
    expect(figures(ten)!.days).toEqual([
      {
        day: '2026-11-21',
        from: '2026-11-21T00:00:00.000Z',
        to: '2026-11-22T00:00:00.000Z',
        incidents: 5,
        impactMs: (10 + 20 + 30 + 40 + 50) * MINUTE,
        numbers: ['INC-1', 'INC-2', 'INC-3', 'INC-4', 'INC-5'],
        major: true,
        deployments: { n: 0, failed: 0 },
      },
      {
        day: '2026-11-22',
        from: '2026-11-22T00:00:00.000Z',
        to: '2026-11-23T00:00:00.000Z',
        incidents: 5,
        impactMs: (60 + 70 + 80 + 90 + 100) * MINUTE,
        numbers: ['INC-6', 'INC-7', 'INC-8', 'INC-9', 'INC-10'],
        major: true,
        deployments: { n: 0, failed: 0 },
      },
    ]);
    const inAuckland = figures(ten, { zone: 'Pacific/Auckland' })!;
    // There it is thirteen hours later: the first begins at 23:00.
    expect(
      inAuckland.days.map(({ day, incidents }) => [day, incidents]),
    ).toEqual([
      ['2026-11-21', 1],
      ['2026-11-22', 8],
      ['2026-11-23', 1],
    ]);
  });

  it('name on each day what was on it, also what began before, and what healed by itself', () => {
    const overnight = incident(11, [9 * HOURS, 10 * HOURS]);
    const healed = incident(12, [40 * HOURS, 5], { outcome: 'recovered' });
    const { days } = figures([overnight, healed, ...ten])!;

    expect(days.map(({ numbers }) => numbers.includes('INC-11'))).toEqual([
      true,
      true,
      false,
    ]);
    expect(days[1].incidents).toBe(5);
    expect(days[2]).toMatchObject({ incidents: 0, numbers: ['INC-12'] });
  });

  it('have a mark for each incident, the oldest first, with where its time went', () => {
    const live = incident(11, [47 * HOURS, 0], {
      outcome: 'live',
      stamps: { declaredAt: minute(47 * HOURS), resolvedAt: undefined },
      impactWindows: [{ from: minute(47 * HOURS) }],
      reopened: 1,
      causedBy: { id: 'deploy-1', kind: 'deployment' },
      course: { statuses: [{ status: 'triage', since: minute(47 * HOURS) }] },
    });
    const unknown = incident(12, [1, 5], { estimated: ['impactStartedAt'] });

    const { dots, durations } = figures([live, unknown, ...ten])!;

    expect(dots).toHaveLength(11);
    expect(dots[0]).toEqual({
      number: 'INC-1',
      title: 'Trouble 1',
      priority: 'P1',
      declaredAt: minute(0),
      kind: 'ended',
      ms: 10 * MINUTE,
      phases: {
        waiting: 5 * MINUTE,
        investigating: 0,
        fixing: 5 * MINUTE,
        monitoring: 0,
      },
      causedByChange: false,
      reopened: false,
    });
    expect(dots[10]).toMatchObject({
      number: 'INC-11',
      kind: 'censored',
      ms: HOUR,
      phases: { waiting: HOUR, fixing: 0 },
      causedByChange: true,
      reopened: true,
    });
    // That nobody knows when the impact began does not matter here: 5 minutes more.
    expect(durations.declaredToResolved).toMatchObject({
      n: 11,
      censored: 1,
      missing: 0,
      p50: { ended: 50 * MINUTE },
    });
    expect(durations.resolve).toEqual({
      n: 10,
      censored: 1,
      missing: 1,
      // 10, 20 … 100: halfway is 55, nine tenths of the way 91.
      // With the 60 of the live one: the middle of eleven is 60, the tenth 90.
      p50: { ended: 55 * MINUTE, atLeast: 60 * MINUTE },
      p90: { ended: 91 * MINUTE, atLeast: 91 * MINUTE },
    });
  });

  it('compare with the period before, of which nothing else is counted', () => {
    const before = ten.map((_, n) =>
      incident(20 + n, [-24 * HOURS + n, 20], {}),
    );
    expect(figures([...before, ...ten])).toMatchObject({
      counted: 10,
      // From 20 to 55 and from 20 to 91.
      trend: { kind: 'change', p50: 35 * MINUTE, p90: 71 * MINUTE },
    });
    expect(figures([...before.slice(1), ...ten])!.trend).toEqual({
      kind: 'none',
      because: 'too-few',
      n: [9, 10],
      needed: 10,
    });
  });

  it('count the impact that lies in the period, whenever it was declared, and what overlaps once', () => {
    const reaching = incident(11, [-60, 65]);
    const healed = incident(12, [30, 10], { outcome: 'recovered' });
    const minor = incident(13, [33 * HOURS, 7], { priority: 'P4' });

    // Ten have 550 minutes. Of the one before, 5 lie in the period, over the first of them.
    expect(figures([reaching, healed, minor, ...ten])!.impact).toEqual({
      ms: (550 + 10 + 7) * MINUTE,
      incidents: 13,
      estimated: 0,
      rule: 'any',
    });
    expect(
      figures([reaching, healed, minor, ...ten], { impact: 'major' })!.impact,
    ).toMatchObject({ ms: (550 + 10) * MINUTE, incidents: 12, rule: 'major' });
  });

  it('say what is left out, and count false alarms and what healed of all that came in', () => {
    const others = [
      incident(11, [1, 5], { outcome: 'dismissed' }),
      incident(12, [2, 5], { outcome: 'merged' }),
      incident(13, [3, 5], { outcome: 'recovered' }),
      incident(14, [4, 5], { mode: 'test' }),
      incident(15, [5, 5], { mode: 'test', outcome: 'dismissed' }),
      incident(16, [6, 5], {
        entities: [
          { ref: paymentsApi.ref, level: 'suspected', since: minute(6) },
          { ref: ordersDb.ref, level: 'root', since: minute(6) },
        ],
      }),
      incident(17, [-10, 5], { outcome: 'dismissed' }),
    ];
    const again = incident(18, [7, 5], { recurrenceOf: 'incident-1' });

    const found = figures([...others, again, ...ten], { unrecorded: 2 })!;

    expect(found).toMatchObject({
      counted: 11,
      leftOut: {
        dismissed: 1,
        merged: 1,
        recovered: 1,
        test: 2,
        suspected: 1,
        unrecorded: 2,
      },
      outcomes: {
        falseAlarms: { n: 2, of: 14, dismissed: 1, merged: 1 },
        recovered: { n: 1, of: 14 },
        reopened: { n: 0, of: 12 },
        recurrences: { n: 1, of: 11 },
      },
    });
  });

  it('count of what a group is accountable for whatever it affects', () => {
    const onDb = incident(11, [33 * HOURS, 9], {
      entities: [{ ref: ordersDb.ref, level: 'root', since: minute(0) }],
    });
    expect(figures([onDb, ...ten])).toMatchObject({
      counted: 10,
      leftOut: { suspected: 1 },
    });
    expect(
      figures([onDb, ...ten], { entityRefs: undefined, impact: 'major' }),
    ).toMatchObject({ counted: 11, impact: { ms: 559 * MINUTE } });
  });

  it('tell promises and changes, each with what it is a share of', () => {
    const deployment = { id: 'deploy-1', kind: 'deployment' } as const;
    const due = minute(30);
    const some = ten.map((one, n) => ({
      ...one,
      ...(n < 2 && { causedBy: deployment }),
      ...(n === 2 && {
        causedBy: { id: 'config-1', kind: 'configuration' } as const,
      }),
      course: {
        ...one.course,
        updates: [{ dueAt: due, postedAt: n < 9 ? due : minute(31) }],
        // A P1 is to be taken within five minutes.
        waits: [
          {
            since: minute(0),
            until: minute(n < 6 ? 5 : 6),
            ended: 'answered' as const,
          },
        ],
      },
    }));

    expect(figures(some)).toMatchObject({
      promises: {
        updates: { n: 9, of: 10 },
        acknowledged: { n: 6, of: 10 },
        actions: { n: 3, of: 4 },
      },
      changes: {
        caused: { n: 3, of: 10 },
        byKind: { deployment: 2, configuration: 1 },
        failRate: null,
        recovery: { n: 2, p50: { ended: 15 * MINUTE } },
      },
    });
    const deployments = ['deploy-1', 'deploy-2', 'deploy-3', 'deploy-4'].map(
      id => ({ id, at: minute(0) }),
    );
    expect(figures(some, { deployments })!.changes.failRate).toEqual({
      n: 1,
      of: 4,
      linked: { n: 3, of: 10 },
    });
  });

  it('have on a day what was deployed on it, and whether that went wrong, also where nothing else was', () => {
    const causedBy = { id: 'deploy-1', kind: 'deployment' } as const;
    const some = ten.map((one, n) => (n === 0 ? { ...one, causedBy } : one));
    const deployments = [
      { id: 'deploy-0', at: minute(0) },
      { id: 'deploy-1', at: minute(-24 * HOURS) },
      { id: 'deploy-2', at: minute(-24 * HOURS) },
      { id: 'deploy-3', at: minute(-48 * HOURS) },
    ];
    const { days } = figures(some, {
      deployments,
      period: { from: minute(-72 * HOURS), to: minute(48 * HOURS) },
    })!;

    expect(
      days.map(({ day, incidents, deployments: { n, failed } }) => [
        day,
        incidents,
        n,
        failed,
      ]),
    ).toEqual([
      ['2026-11-20', 0, 2, 1],
      ['2026-11-21', 5, 1, 0],
      ['2026-11-22', 5, 0, 0],
    ]);
  });

  it('tell when a single entity changed hands, as its incidents have it', () => {
    const owned = ten.map((one, n) => ({
      ...one,
      entities: one.entities.map(entity => ({
        ...entity,
        ...(n >= 4 && { ownerRef: `group:default/${n < 7 ? 'a' : 'b'}` }),
      })),
    }));
    expect(figures(owned)!.owners).toEqual([
      { at: minute(4 * 3 * HOURS), from: null, to: 'group:default/a' },
      {
        at: minute(7 * 3 * HOURS),
        from: 'group:default/a',
        to: 'group:default/b',
      },
    ]);
    const both = new Set([paymentsApi.ref, ordersDb.ref]);
    expect(figures(owned, { entityRefs: both })!.owners).toEqual([]);
  });

  it('include drills and leave imported history out where they are asked to', () => {
    const modes = ['real', 'drill'] as const;
    const drill = incident(11, [1, 5], { mode: 'drill' });
    const old = incident(12, [2, 5], { mode: 'backfill' });
    expect(
      figures([drill, old, ...ten], { selection: { ...INCIDENTS, modes } }),
    ).toMatchObject({ counted: 11, leftOut: { backfill: 1 } });
  });
});
