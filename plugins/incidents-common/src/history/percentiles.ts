import type { Duration } from './durations';

/**
 * The value below which a share of the values lies, with linear interpolation
 * between the two nearest. Undefined where there are none.
 * Source: PostgreSQL, `percentile_cont` (orderedsetaggs.c), to the last bit.
 *
 * @param inOrder - The values, the smallest first.
 * @param share - From 0 to 1.
 * @public
 */
export function percentile(
  inOrder: readonly number[],
  share: number,
): number | undefined {
  if (inOrder.length === 0) {
    return undefined;
  }
  const position = share * (inOrder.length - 1);
  const below = inOrder[Math.floor(position)];
  const above = inOrder[Math.ceil(position)];
  return below + (position - Math.floor(position)) * (above - below);
}

/** A percentile of durations, in milliseconds. @public */
export interface Percentile {
  /** Of those that have ended; null where none has. */
  ended: number | null;
  /**
   * What it is at the least once the censored ones have ended too. They count with
   * the time they have taken so far, and only where that makes it longer: what began
   * a minute ago does not make anything look short.
   */
  atLeast: number | null;
}

/**
 * What can be said of how long something took. There is no mean: durations of
 * incidents are skewed, and a mean says nothing about any of them.
 * Source: The VOID report, "MTTR is a misleading metric".
 * @public
 */
export interface Statistics {
  /** How many have ended, and are what `ended` is made of. */
  n: number;
  /** How many go on, or ended without what was waited for. */
  censored: number;
  /** How many there would be if their stamps were known. */
  missing: number;
  p50: Percentile;
  p90: Percentile;
}

/** The statistics of durations, in whatever order; inapplicable ones are none. @public */
export function statisticsOf(durations: Iterable<Duration>): Statistics {
  const ended: number[] = [];
  const censored: number[] = [];
  let missing = 0;
  for (const duration of durations) {
    if (duration.kind === 'ended') {
      ended.push(duration.milliseconds);
    } else if (duration.kind === 'censored') {
      censored.push(duration.milliseconds);
    } else if (duration.kind === 'missing') {
      missing += 1;
    }
  }
  const all = [...ended, ...censored].sort(ascending);
  ended.sort(ascending);
  const at = (share: number): Percentile => {
    const ofEnded = percentile(ended, share);
    const ofAll = percentile(all, share);
    return {
      ended: ofEnded ?? null,
      atLeast:
        ofEnded === undefined || ofAll === undefined
          ? (ofAll ?? null)
          : Math.max(ofEnded, ofAll),
    };
  };
  return {
    n: ended.length,
    censored: censored.length,
    missing,
    p50: at(0.5),
    p90: at(0.9),
  };
}

function ascending(a: number, b: number): number {
  return a - b;
}
