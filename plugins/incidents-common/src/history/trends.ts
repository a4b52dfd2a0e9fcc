import type { Percentile, Statistics } from './percentiles';

/** With fewer that have ended, a change from one period to the next is chance. */
export const TREND_NEEDS = 10;

/**
 * How a duration changed from one period to the next, in milliseconds; negative
 * where it got shorter. Where either period has too few, there is no trend, and the
 * reason stands in its place.
 * @public
 */
export type Trend =
  | { kind: 'change'; p50: number; p90: number }
  | {
      kind: 'none';
      because: 'too-few';
      n: [before: number, after: number];
      needed: number;
    };

/**
 * The trend between two periods. It goes by what the percentiles are at the least,
 * so that what has not ended yet does not look like progress.
 * @public
 */
export function trendBetween(before: Statistics, after: Statistics): Trend {
  if (before.n < TREND_NEEDS || after.n < TREND_NEEDS) {
    return {
      kind: 'none',
      because: 'too-few',
      n: [before.n, after.n],
      needed: TREND_NEEDS,
    };
  }
  return {
    kind: 'change',
    p50: change(before.p50, after.p50),
    p90: change(before.p90, after.p90),
  };
}

function change(before: Percentile, after: Percentile): number {
  return (after.atLeast ?? 0) - (before.atLeast ?? 0);
}
