import type { Instant } from '../incidents/vocabulary';

/** A stretch of time: from an instant on, up to another one and without it. @public */
export interface Period {
  from: Instant;
  to: Instant;
}

/** A period that may still go on. */
export interface Span {
  from: Instant;
  to?: Instant;
}

/** Its length in milliseconds; one that ends before it begins has none. */
export function lengthOf({ from, to }: Period): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}

/** The sum of the lengths in milliseconds: what lies in two of them counts twice. */
export function sumOf(periods: readonly Period[]): number {
  return periods.reduce((sum, period) => sum + lengthOf(period), 0);
}

/** The spans as far as they have come by `now`. */
export function upTo(now: Instant, spans: readonly Span[]): Period[] {
  return spans.map(({ from, to }) => ({
    from,
    to: to === undefined || to > now ? now : to,
  }));
}

/** Those parts of the periods that lie in this one; empty ones are left out. */
export function within(frame: Period, periods: readonly Period[]): Period[] {
  return periods
    .map(({ from, to }) => ({
      from: from > frame.from ? from : frame.from,
      to: to < frame.to ? to : frame.to,
    }))
    .filter(({ from, to }) => from < to);
}

/** The time that lies in at least one of the periods, as few periods in order. */
export function unionOf(periods: readonly Period[]): Period[] {
  const inOrder = periods
    .filter(({ from, to }) => from < to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const union: Period[] = [];
  for (const { from, to } of inOrder) {
    const last = union[union.length - 1];
    if (!last || last.to < from) {
      union.push({ from, to });
    } else if (last.to < to) {
      last.to = to;
    }
  }
  return union;
}

/** The time that lies in one of `periods` and in one of `others`; both without overlaps. */
export function commonTo(
  periods: readonly Period[],
  others: readonly Period[],
): Period[] {
  return periods.flatMap(period => within(period, others));
}

/**
 * The period of each entry that is valid until the next one, as far as it lies in
 * the frame. An entry that is said to have begun later than one after it takes no
 * time.
 */
export function periodsOf<T extends { since: Instant }>(
  entries: readonly T[],
  frame: Period,
): { entry: T; period: Period }[] {
  let next = frame.to;
  return [...entries]
    .reverse()
    .map(entry => {
      const begun = entry.since > frame.from ? entry.since : frame.from;
      const period = { from: begun < next ? begun : next, to: next };
      next = period.from;
      return { entry, period };
    })
    .reverse();
}
