import {
  by,
  facts,
  minute,
  MINUTE,
  omar,
  open,
  refusalOf,
  system,
  toStorage,
} from '../incidents/__testUtils__/stage';
import { decide } from '../incidents/decide';
import { DEFAULT_POLICY } from '../incidents/policy';
import {
  atLeast,
  MISSING,
  record,
  recordAfter,
  took,
  type Told,
} from './__testUtils__/records';
import { countIn, daysOf, timeIn } from './calendar';
import {
  declaredToResolved,
  elapsed,
  impactDuration,
  timeToAcknowledge,
  timeToDetect,
  timeToMitigate,
  timeToResolve,
} from './durations';
import { heldBy } from './heldBy';
import { recoveredByThemselves, recurrences, reopened } from './outcomes';
import { statisticsOf } from './percentiles';
import { phasesOf } from './phases';
import { acknowledgedInTime } from './promises';
import { INCIDENTS, select } from './selection';

const NOW = minute(10_000);
const PAYMENTS = 'group:default/payments';
const STORAGE = 'group:default/storage';

/** By the numbers of "Edge cases" in docs/history.md. */
describe('edge case of times', () => {
  describe('1: reopened', () => {
    // Impact 10:00 to 10:30, watched to 11:00; again from 13:00 to 13:20, watched to 13:40.
    const twice: Told[] = [
      [5, { type: 'acknowledge' }],
      [30, { type: 'change-status', to: 'monitoring' }],
      [60, { type: 'resolve' }],
      [180, { type: 'reopen', reason: 'It is back' }],
      [200, { type: 'change-status', to: 'monitoring' }],
      [220, { type: 'resolve' }],
    ];

    it('counts the impact as the sum of its windows, and the gap nowhere but in what elapsed', () => {
      const incident = recordAfter(twice);
      expect(impactDuration(incident, NOW)).toEqual(took(30 + 20));
      expect(elapsed(incident, NOW)).toEqual(took(220));
      // 220 minutes less the 150 from 10:30 to 13:00.
      expect(timeToResolve(incident, 'customer', NOW)).toEqual(took(70));
      expect(timeToMitigate(incident, 'customer', NOW)).toEqual(took(30));
      expect(reopened([incident, record()])).toEqual({ n: 1, of: 2 });
    });

    it('is live again: censored, though it was resolved before', () => {
      const again = recordAfter(twice.slice(0, 4));
      expect(elapsed(again, minute(190))).toEqual(atLeast(190));
      expect(timeToResolve(again, 'customer', minute(190))).toEqual(
        atLeast(190 - 150),
      );
      expect(impactDuration(again, minute(190))).toEqual(atLeast(30 + 10));
      expect(timeToMitigate(again, 'customer', minute(190))).toEqual(took(30));
    });

    it('spends no time with anybody between the resolve and the reopening', () => {
      const incident = recordAfter(twice);
      expect(phasesOf(incident, NOW)).toEqual({
        waiting: 5 * MINUTE,
        investigating: (25 + 20) * MINUTE,
        fixing: 0,
        monitoring: (30 + 20) * MINUTE,
      });
      expect(heldBy(incident, NOW)).toEqual([
        { ownerRef: PAYMENTS, milliseconds: 100 * MINUTE, times: 1 },
      ]);
    });

    it('after it was closed is an incident of its own, which says so', () => {
      const first = record({ id: 'first' });
      const second = recordAfter([], {
        id: 'second',
        recurrenceOf: { id: 'first', number: 1 },
      });
      expect(recurrences([first, second])).toEqual({ n: 1, of: 2 });
      expect(select([first, second], INCIDENTS).counted).toEqual([
        first,
        second,
      ]);
    });
  });

  it('10: times are counted from corrected stamps, and a breach stays a breach', () => {
    const corrected = recordAfter([
      [
        60,
        { type: 'fire-clock', clock: 'acknowledge', dueAt: minute(60) },
        { actor: system },
      ],
      [70, { type: 'acknowledge' }],
      [90, { type: 'change-status', to: 'monitoring' }],
      [120, { type: 'resolve' }],
      [
        130,
        {
          type: 'correct-time',
          stamp: 'acknowledgedAt',
          at: minute(8),
          reason: 'By phone',
        },
      ],
      [
        131,
        {
          type: 'correct-time',
          stamp: 'mitigatedAt',
          at: minute(80),
          reason: 'The graph',
        },
      ],
      [
        132,
        {
          type: 'correct-time',
          stamp: 'resolvedAt',
          at: minute(100),
          reason: 'The graph',
        },
      ],
    ]);
    expect(timeToAcknowledge(corrected, NOW)).toEqual(took(8));
    expect(timeToMitigate(corrected, 'customer', NOW)).toEqual(took(80));
    expect(timeToResolve(corrected, 'customer', NOW)).toEqual(took(100));
    expect(impactDuration(corrected, NOW)).toEqual(took(80));
    expect(phasesOf(corrected, NOW)).toEqual({
      waiting: 8 * MINUTE,
      investigating: 72 * MINUTE,
      fixing: 0,
      monitoring: 20 * MINUTE,
    });
    expect(acknowledgedInTime([corrected.course], DEFAULT_POLICY, NOW)).toEqual(
      { n: 0, of: 1 },
    );
  });

  it('11: a begin that is a guess makes its times missing, and they are counted as such', () => {
    const guessed = recordAfter(
      [
        [5, { type: 'acknowledge' }],
        [60, { type: 'resolve' }],
      ],
      {
        request: {
          title: 'Payments fail',
          risks: [],
          mode: 'real',
          visibility: 'public',
          impactStartedAt: undefined,
        },
      },
    );
    expect(guessed.estimated).toEqual(['impactStartedAt']);
    for (const measure of [
      timeToDetect(guessed),
      timeToMitigate(guessed, 'customer', NOW),
      timeToResolve(guessed, 'customer', NOW),
      elapsed(guessed, NOW),
      impactDuration(guessed, NOW),
    ]) {
      expect(measure).toEqual(MISSING);
    }
    expect(timeToResolve(guessed, 'response', NOW)).toEqual(took(60));
    expect(declaredToResolved(guessed, NOW)).toEqual(took(60));
    const statistics = statisticsOf(
      [guessed, record()].map(incident =>
        timeToResolve(incident, 'customer', NOW),
      ),
    );
    expect(statistics).toMatchObject({ n: 1, missing: 1, censored: 0 });
  });

  it('12: days are those of the zone, the one of 23 hours and the one of 25 included', () => {
    const days = daysOf(
      { from: '2026-10-24T12:00:00.000Z', to: '2026-10-26T12:00:00.000Z' },
      'Europe/Berlin',
    );
    // From 23:00 on the 24th to 01:00 on the 26th, both in Berlin: 1, 25 and 1 hours.
    const window = {
      from: '2026-10-24T21:00:00.000Z',
      to: '2026-10-26T00:00:00.000Z',
    };
    expect(timeIn(days, [window])).toEqual(
      [1, 25, 1].map(hours => hours * 60 * MINUTE),
    );
    expect(countIn(days, [window.from])).toEqual([1, 0, 0]);
  });

  it('13: time on hold is waiting, and makes no time shorter', () => {
    const held = recordAfter([
      [5, { type: 'acknowledge' }],
      [10, { type: 'change-status', to: 'fixing' }],
      [20, { type: 'hold', reason: 'vendor', resumeBy: minute(300) }],
      [25, { type: 'hold', reason: 'vendor', resumeBy: minute(400) }],
      [50, { type: 'resume' }],
      [60, { type: 'resolve' }],
    ]);
    expect(phasesOf(held, NOW)).toEqual({
      waiting: (5 + 30) * MINUTE,
      investigating: 5 * MINUTE,
      fixing: 20 * MINUTE,
      monitoring: 0,
    });
    expect(timeToResolve(held, 'customer', NOW)).toEqual(took(60));
  });

  it('19: what healed by itself is counted as that, and does not make the others look quick', () => {
    const healed = recordAfter([
      [4, { type: 'recover' }],
      [9, { type: 'relapse' }],
      [14, { type: 'recover' }],
      [1454, { type: 'resolve-recovered' }],
    ]);
    expect(healed.outcome).toBe('recovered');
    expect(elapsed(healed, NOW)).toEqual(took(14));
    expect(phasesOf(healed, NOW).waiting).toBe(14 * MINUTE);
    expect(select([healed, record({ id: 'a' })], INCIDENTS)).toMatchObject({
      leftOut: { recovered: 1 },
    });
    expect(recoveredByThemselves([healed, record({ id: 'a' })])).toEqual({
      n: 1,
      of: 2,
    });
  });

  it('19: what has healed is over at once, and live again when it relapses', () => {
    const healed = recordAfter([[4, { type: 'recover' }]]);
    expect(healed.outcome).toBe('recovered');
    expect(impactDuration(healed, NOW)).toEqual(took(4));
    expect(timeToAcknowledge(healed, NOW)).toEqual(atLeast(4));

    const relapsed = recordAfter([
      [4, { type: 'recover' }],
      [9, { type: 'relapse' }],
    ]);
    expect(relapsed.outcome).toBe('live');
    expect(impactDuration(relapsed, minute(20))).toEqual(atLeast(20));
    expect(timeToAcknowledge(relapsed, minute(20))).toEqual(atLeast(20));
  });

  it('21: the first person to take it counts, and nobody who takes it later', () => {
    const taken = recordAfter([
      [7, { type: 'acknowledge' }],
      [
        20,
        { type: 'pass-on', to: STORAGE, reason: 'Not ours' },
        { routing: toStorage },
      ],
      [90, { type: 'acknowledge' }, { actor: by(omar) }],
    ]);
    expect(timeToAcknowledge(taken, NOW)).toEqual(took(7));
    expect(
      refusalOf(
        decide(open(), { type: 'acknowledge' }, facts({ actor: system })),
      ).kind,
    ).toBe('forbidden');
  });

  it('26: what has not ended is beside the others, neither left out nor zero', () => {
    const ended = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map(minutes =>
      record({
        stamps: {
          impactStartedAt: minute(0),
          declaredAt: minute(0),
          resolvedAt: minute(minutes),
        },
        impactWindows: [{ from: minute(0), to: minute(minutes) }],
      }),
    );
    const goingOn = record({
      outcome: 'live',
      stamps: { impactStartedAt: minute(0), declaredAt: minute(0) },
      impactWindows: [{ from: minute(0) }],
    });
    const at = (now: string) =>
      statisticsOf(
        [...ended, goingOn].map(incident =>
          timeToResolve(incident, 'customer', now),
        ),
      );
    // Ten of them: p90 lies a tenth of the way from the ninth to the tenth.
    expect(at(minute(1))).toEqual({
      n: 10,
      censored: 1,
      missing: 0,
      p50: { ended: 55 * MINUTE, atLeast: 55 * MINUTE },
      p90: { ended: 91 * MINUTE, atLeast: 91 * MINUTE },
    });
    // Eleven of them, the open one the longest: p50 is the sixth, p90 the tenth.
    expect(at(minute(500))).toMatchObject({
      p50: { ended: 55 * MINUTE, atLeast: 60 * MINUTE },
      p90: { ended: 91 * MINUTE, atLeast: 100 * MINUTE },
    });
  });
});
