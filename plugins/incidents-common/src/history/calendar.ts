import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../incidents/vocabulary';
import { sumOf, within, type Period } from './spans';

/** A day, or a week that begins on a Monday, in a zone. @public */
export interface Bucket extends Period {
  /** Its first day there, such as `2026-03-29`. */
  day: string;
}

/**
 * The days of a zone that the period touches, whole, oldest first. One on which the
 * clocks change is 23 or 25 hours long; each begins where the day before ends.
 *
 * @param zone - IANA name, such as `Europe/Berlin`.
 * @throws RangeError for a zone that does not exist.
 * @public
 */
export function daysOf({ from, to }: Period, zone: string): Bucket[] {
  return bucketsOf(to, zone, dayIn(from, zone), { days: 1 });
}

/** The ISO weeks of a zone that the period touches, as `daysOf`. @public */
export function weeksOf({ from, to }: Period, zone: string): Bucket[] {
  const day = dayIn(from, zone);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return bucketsOf(to, zone, monday, { weeks: 1 });
}

/**
 * The months of a zone that the period touches, such as `2026-11`, oldest first.
 *
 * @param zone - IANA name, such as `Europe/Berlin`.
 * @throws RangeError for a zone that does not exist.
 * @public
 */
export function monthsOf({ from, to }: Period, zone: string): string[] {
  const months: string[] = [];
  const last = dayIn(to, zone).toPlainYearMonth();
  let month = dayIn(from, zone).toPlainYearMonth();
  while (Temporal.PlainYearMonth.compare(month, last) <= 0) {
    months.push(month.toString());
    month = month.add({ months: 1 });
  }
  return months;
}

/**
 * How many instants lie in each bucket; those outside all of them are not counted.
 *
 * @param buckets - One after the other without gaps, as `daysOf` makes them.
 * @public
 */
export function countIn(
  buckets: readonly Bucket[],
  instants: readonly Instant[],
): number[] {
  const counts = buckets.map(() => 0);
  for (const at of instants) {
    const index = indexOf(buckets, at);
    if (index >= 0 && at < buckets[index].to) {
      counts[index] += 1;
    }
  }
  return counts;
}

/**
 * How many milliseconds of the periods lie in each bucket.
 *
 * @param buckets - One after the other without gaps, as `daysOf` makes them.
 * @public
 */
export function timeIn(
  buckets: readonly Bucket[],
  periods: readonly Period[],
): number[] {
  const times = buckets.map(() => 0);
  for (const period of periods) {
    let index = Math.max(0, indexOf(buckets, period.from));
    while (index < buckets.length && buckets[index].from < period.to) {
      times[index] += sumOf(within(buckets[index], [period]));
      index += 1;
    }
  }
  return times;
}

/**
 * For each bucket those of the items that have some of their time in it, in the order
 * given. A span without length lies in one bucket.
 *
 * @param buckets - One after the other without gaps, as `daysOf` makes them.
 * @param spansOf - When an item was; all of it between the first bucket and the last.
 * @public
 */
export function itemsIn<T>(
  buckets: readonly Bucket[],
  items: readonly T[],
  spansOf: (item: T) => readonly Period[],
): T[][] {
  const found = buckets.map(() => new Set<T>());
  for (const item of items) {
    for (const { from, to } of spansOf(item)) {
      let index = Math.max(0, indexOf(buckets, from));
      do {
        found[index].add(item);
        index += 1;
      } while (index < buckets.length && buckets[index].from < to);
    }
  }
  return found.map(set => [...set]);
}

/** The last bucket that has begun by then; -1 where none has. */
function indexOf(buckets: readonly Bucket[], at: Instant): number {
  let begun = 0;
  let ahead = buckets.length;
  while (begun < ahead) {
    const middle = Math.floor((begun + ahead) / 2);
    if (buckets[middle].from <= at) {
      begun = middle + 1;
    } else {
      ahead = middle;
    }
  }
  return begun - 1;
}

function bucketsOf(
  to: Instant,
  zone: string,
  first: Temporal.PlainDate,
  step: { days: number } | { weeks: number },
): Bucket[] {
  const buckets: Bucket[] = [];
  let day = first;
  let begin = beginOf(day, zone);
  do {
    const next = day.add(step);
    const end = beginOf(next, zone);
    buckets.push({ day: day.toString(), from: begin, to: end });
    day = next;
    begin = end;
  } while (begin < to);
  return buckets;
}

/** The day of a zone that an instant lies in. */
export function dayIn(at: Instant, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
}

/** Midnight, or what comes first on a day without one. */
export function beginOf(day: Temporal.PlainDate, zone: string): Instant {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds).toISOString();
}
