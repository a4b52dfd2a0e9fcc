import { minute, MINUTE } from '../incidents/__testUtils__/stage';
import {
  atLeast,
  INAPPLICABLE,
  MISSING,
  record,
  recordAfter,
  took,
} from './__testUtils__/records';
import {
  declaredToResolved,
  elapsed,
  impactDuration,
  timeToAcknowledge,
  timeToDeclare,
  timeToDetect,
  timeToMitigate,
  timeToResolve,
} from './durations';

const NOW = minute(600);

/** Impact from 10:00, noticed 10:04, declared 10:06, paged 10:07, taken 10:10, mitigated 10:40, resolved 11:00. */
const whole = record({
  stamps: {
    impactStartedAt: minute(0),
    detectedAt: minute(4),
    declaredAt: minute(6),
    notifiedAt: minute(7),
    acknowledgedAt: minute(10),
    mitigatedAt: minute(40),
    resolvedAt: minute(60),
  },
  impactWindows: [{ from: minute(0), to: minute(40) }],
});

/** The same while it was under way, not taken yet. */
const open = record({
  outcome: 'live',
  stamps: {
    impactStartedAt: minute(0),
    detectedAt: minute(4),
    declaredAt: minute(6),
    notifiedAt: minute(7),
  },
  impactWindows: [{ from: minute(0) }],
});

describe('the times of an incident', () => {
  it('are counted each between its two stamps', () => {
    expect(timeToDetect(whole)).toEqual(took(4));
    expect(timeToDeclare(whole)).toEqual(took(2));
    expect(timeToAcknowledge(whole, NOW)).toEqual(took(3));
    expect(timeToMitigate(whole, 'customer', NOW)).toEqual(took(40));
    expect(timeToMitigate(whole, 'response', NOW)).toEqual(took(36));
    expect(timeToResolve(whole, 'customer', NOW)).toEqual(took(60));
    expect(timeToResolve(whole, 'response', NOW)).toEqual(took(56));
    expect(elapsed(whole, NOW)).toEqual(took(60));
    expect(declaredToResolved(whole, NOW)).toEqual(took(54));
    expect(impactDuration(whole, NOW)).toEqual(took(40));
  });

  it('are at least as long as they have gone on, while they do', () => {
    expect(timeToAcknowledge(open, minute(30))).toEqual(atLeast(23));
    expect(timeToMitigate(open, 'customer', minute(30))).toEqual(atLeast(30));
    expect(timeToMitigate(open, 'response', minute(30))).toEqual(atLeast(26));
    expect(timeToResolve(open, 'customer', minute(30))).toEqual(atLeast(30));
    expect(elapsed(open, minute(30))).toEqual(atLeast(30));
    expect(declaredToResolved(open, minute(30))).toEqual(atLeast(24));
    expect(impactDuration(open, minute(30))).toEqual(atLeast(30));
  });

  it('are not followed past the end of a log that was imported', () => {
    const imported = { ...open, knownUntil: minute(20) };
    expect(timeToResolve(imported, 'customer', NOW)).toEqual(atLeast(20));
    expect(impactDuration(imported, NOW)).toEqual(atLeast(20));
  });

  it('are missing where a stamp is, and where one contradicts the other', () => {
    const { detectedAt, ...unnoticed } = whole.stamps;
    const stamps = record({ ...whole, stamps: unnoticed });
    expect(timeToDetect(stamps)).toEqual(MISSING);
    expect(timeToDeclare(stamps)).toEqual(MISSING);
    expect(timeToMitigate(stamps, 'response', NOW)).toEqual(MISSING);
    expect(timeToResolve(stamps, 'response', NOW)).toEqual(MISSING);
    expect(timeToResolve(stamps, 'customer', NOW)).toEqual(took(60));

    const turned = record({
      ...whole,
      stamps: { ...whole.stamps, detectedAt: minute(8) },
    });
    expect(timeToDeclare(turned)).toEqual(MISSING);
  });

  it('are missing where the imported ticket was closed without a time', () => {
    const closed = record({
      stamps: { declaredAt: minute(0), impactStartedAt: minute(0) },
      impactWindows: [],
    });
    expect(timeToResolve(closed, 'customer', NOW)).toEqual(MISSING);
    expect(declaredToResolved(closed, NOW)).toEqual(MISSING);
    expect(timeToMitigate(closed, 'customer', NOW)).toEqual(MISSING);
    expect(impactDuration(closed, NOW)).toEqual(MISSING);
  });

  it('end with the resolve where nobody watched it first', () => {
    const straight = record();
    expect(timeToMitigate(straight, 'customer', NOW)).toEqual(took(60));
  });
});

describe('the time to acknowledge', () => {
  it('is none where nobody was paged, or only after somebody had it', () => {
    expect(timeToAcknowledge(record(), NOW)).toEqual(INAPPLICABLE);
    expect(
      timeToAcknowledge(
        record({
          stamps: {
            declaredAt: minute(0),
            acknowledgedAt: minute(0),
            notifiedAt: minute(30),
          },
        }),
        NOW,
      ),
    ).toEqual(INAPPLICABLE);
  });

  it('goes on until it was resolved where nobody ever took it', () => {
    const healed = recordAfter([
      [30, { type: 'recover' }],
      [31, { type: 'resolve-recovered' }],
    ]);
    expect(timeToAcknowledge(healed, NOW)).toEqual(atLeast(30));
  });
});

describe('the impact', () => {
  it('is the sum of the windows, in which an open one counts up to now', () => {
    const relapsed = record({
      outcome: 'live',
      impactWindows: [
        { from: minute(0), to: minute(10) },
        { from: minute(50) },
      ],
    });
    expect(impactDuration(relapsed, minute(65))).toEqual({
      kind: 'censored',
      milliseconds: 25 * MINUTE,
    });
  });
});
