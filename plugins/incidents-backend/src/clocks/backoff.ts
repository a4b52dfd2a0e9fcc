const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;
const FACTOR = 3;

/**
 * How long to wait after the n-th failure, in milliseconds: 1, 3, 9, 27, 81 and
 * 243 seconds, then five minutes.
 *
 * @param failures - how many there were, from 1
 * @param jitter - from 0 to 1, adds up to half, so that what failed together does not come back together
 */
export function backoffMs(failures: number, jitter: number): number {
  const base = FIRST_MS * FACTOR ** (failures - 1);
  return Math.min(LONGEST_MS, Math.round(base * (1 + jitter / 2)));
}
