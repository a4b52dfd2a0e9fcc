const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Durations that one would say by themselves. */
const ROUND = [
  ...[1, 2, 5, 15, 30].map(minutes => minutes * MINUTE),
  ...[1, 2, 4, 8].map(hours => hours * HOUR),
  ...[1, 2, 4, 7, 14, 30, 90, 180, 365].map(days => days * DAY),
];

/** A logarithmic scale of durations, from one round duration to another. */
export interface DurationScale {
  /** The round durations on it, in milliseconds. */
  ticks: number[];
  /** Where a duration lies, from 0 to 1; what lies outside is at the end. */
  at(milliseconds: number): number;
}

/** The scale on which all of these durations, in milliseconds, find a place. */
export function durationScale(durations: readonly number[]): DurationScale {
  const shortest = Math.min(...durations);
  const longest = Math.max(...durations);
  const first = Math.max(
    0,
    ROUND.findLastIndex(round => round <= shortest),
  );
  const reached = ROUND.findIndex(round => round >= longest);
  const last = Math.max(first + 1, reached === -1 ? ROUND.length - 1 : reached);
  const ticks = ROUND.slice(first, last + 1);
  const from = Math.log(ticks[0]);
  const width = Math.log(ticks[ticks.length - 1]) - from;
  return {
    ticks,
    at: milliseconds => {
      const place = (Math.log(Math.max(1, milliseconds)) - from) / width;
      return Math.min(1, Math.max(0, place));
    },
  };
}
