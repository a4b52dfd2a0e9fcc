import fc from 'fast-check';
import type { Duration } from './durations';
import { percentile, statisticsOf } from './percentiles';

const milliseconds = fc.integer({ min: 0, max: 10_000_000 });
const ended = milliseconds.map<Duration>(n => ({
  kind: 'ended',
  milliseconds: n,
}));
const censored = milliseconds.map<Duration>(n => ({
  kind: 'censored',
  milliseconds: n,
}));
const durations = fc.array(
  fc.oneof(
    { arbitrary: ended, weight: 4 },
    censored,
    fc.constantFrom<Duration>({ kind: 'missing' }, { kind: 'inapplicable' }),
  ),
);
const SHARES = ['p50', 'p90'] as const;

function of(...values: number[]): Duration[] {
  return values.map(n => ({ kind: 'ended', milliseconds: n }));
}

describe('a percentile', () => {
  // Each as `select percentile_cont(share) within group (order by v) from unnest(array[…]) v` answers.
  it.each([
    [[7], 0.9, 7],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.9, 3.7],
    [[10, 20, 30, 40, 50], 0.9, 46],
    [[0, 0, 100], 0.9, 80],
    [[3, 8, 8, 21], 0, 3],
    [[3, 8, 8, 21], 1, 21],
  ])('of %p at %p is %p', (values, share, expected) => {
    expect(percentile(values, share)).toBeCloseTo(expected, 12);
  });

  it('of nothing is nothing', () => {
    expect(percentile([], 0.5)).toBeUndefined();
  });

  it('lies between the values around it, and rises with the share', () => {
    fc.assert(
      fc.property(
        fc.array(milliseconds, { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, a, b) => {
          const inOrder = [...values].sort((x, y) => x - y);
          const lower = percentile(inOrder, Math.min(a, b))!;
          const higher = percentile(inOrder, Math.max(a, b))!;
          expect(lower).toBeGreaterThanOrEqual(inOrder[0]);
          expect(higher).toBeLessThanOrEqual(inOrder[inOrder.length - 1]);
          expect(lower).toBeLessThanOrEqual(higher);
        },
      ),
    );
  });
});

describe('the statistics', () => {
  it('say of how many they are, and of how many they are not', () => {
    expect(
      statisticsOf([
        ...of(40, 10, 20, 30),
        { kind: 'missing' },
        { kind: 'missing' },
        { kind: 'inapplicable' },
      ]),
    ).toEqual({
      n: 4,
      censored: 0,
      missing: 2,
      p50: { ended: 25, atLeast: 25 },
      p90: { ended: 37, atLeast: 37 },
    });
  });

  it('say nothing of nothing', () => {
    expect(statisticsOf([])).toEqual({
      n: 0,
      censored: 0,
      missing: 0,
      p50: { ended: null, atLeast: null },
      p90: { ended: null, atLeast: null },
    });
  });

  it('do not leave out what nobody acknowledged for hours', () => {
    const { p50 } = statisticsOf([
      ...of(5, 5, 5),
      { kind: 'censored', milliseconds: 500 },
      { kind: 'censored', milliseconds: 600 },
      { kind: 'censored', milliseconds: 700 },
    ]);
    // In order: 5 5 5 500 600 700; halfway between the third and the fourth.
    expect(p50).toEqual({ ended: 5, atLeast: 252.5 });
  });

  it('are not made to look short by what began a moment ago', () => {
    const { p50, p90 } = statisticsOf([
      ...of(100, 200, 300),
      { kind: 'censored', milliseconds: 1 },
    ]);
    expect(p50).toEqual({ ended: 200, atLeast: 200 });
    expect(p90).toEqual({ ended: 280, atLeast: 280 });
  });

  it('say at least how long it takes where nothing has ended yet', () => {
    const {
      n,
      censored: open,
      p90,
    } = statisticsOf([
      { kind: 'censored', milliseconds: 10 },
      { kind: 'censored', milliseconds: 20 },
    ]);
    expect([n, open, p90]).toEqual([0, 2, { ended: null, atLeast: 19 }]);
  });

  it('count every duration once, and do not depend on the order', () => {
    fc.assert(
      fc.property(
        durations.chain(given =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length }),
          ),
        ),
        ([given, shuffled]) => {
          const statistics = statisticsOf(given);
          expect(statisticsOf(shuffled)).toEqual(statistics);
          const applicable = given.filter(
            ({ kind }) => kind !== 'inapplicable',
          );
          expect(statistics.n + statistics.censored + statistics.missing).toBe(
            applicable.length,
          );
        },
      ),
    );
  });

  it('are never lowered by what has not ended', () => {
    fc.assert(
      fc.property(durations, censored, (given, open) => {
        const without = statisticsOf(
          given.filter(({ kind }) => kind !== 'censored'),
        );
        const withIt = statisticsOf([...given, open]);
        for (const share of SHARES) {
          expect(withIt[share].ended).toBe(without[share].ended);
          expect(withIt[share].atLeast).toBeGreaterThanOrEqual(
            without[share].ended ?? 0,
          );
        }
      }),
    );
  });

  it('only rise while what has not ended goes on', () => {
    fc.assert(
      fc.property(durations, milliseconds, (given, later) => {
        const now = statisticsOf(given);
        const then = statisticsOf(
          given.map(duration =>
            duration.kind === 'censored'
              ? { ...duration, milliseconds: duration.milliseconds + later }
              : duration,
          ),
        );
        for (const share of SHARES) {
          expect(then[share].atLeast ?? 0).toBeGreaterThanOrEqual(
            now[share].atLeast ?? 0,
          );
        }
      }),
    );
  });
});
