import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../incidents/vocabulary';
import { beginOf, dayIn } from './calendar';

const FRIDAY = 5;

/**
 * When a day of a zone begins: at midnight, or with what comes first on a day without one.
 *
 * @param day - Such as `2026-11-30`.
 * @param zone - IANA name, such as `Europe/Berlin`.
 * @throws RangeError for a day or a zone that does not exist.
 * @public
 */
export function beginOfDay(day: string, zone: string): Instant {
  return beginOf(Temporal.PlainDate.from(day), zone);
}

/**
 * When a day of a zone is over: the first instant that is not in it.
 *
 * @param day - Such as `2026-11-30`.
 * @param zone - IANA name, such as `Europe/Berlin`.
 * @throws RangeError for a day or a zone that does not exist.
 * @public
 */
export function endOfDay(day: string, zone: string): Instant {
  return beginOf(Temporal.PlainDate.from(day).add({ days: 1 }), zone);
}

/**
 * The day of a zone that an instant lies in, such as `2026-11-30`.
 *
 * @throws RangeError for a zone that does not exist.
 * @public
 */
export function dayOf(at: Instant, zone: string): string {
  return dayIn(at, zone).toString();
}

/**
 * The working day so many after the day of an instant, or so many before it where
 * the number is negative. Monday to Friday are working days; holidays are not known.
 *
 * @throws RangeError for a zone that does not exist.
 * @public
 */
export function workingDayFrom(
  at: Instant,
  workingDays: number,
  zone: string,
): string {
  const step = { days: Math.sign(workingDays) };
  let day = dayIn(at, zone);
  let left = Math.abs(workingDays);
  while (left > 0) {
    day = day.add(step);
    left -= day.dayOfWeek <= FRIDAY ? 1 : 0;
  }
  return day.toString();
}

/**
 * When the working day so many after the day of an instant is over: what is due
 * within three working days of a Tuesday is due by the end of Friday.
 *
 * @throws RangeError for a zone that does not exist.
 * @public
 */
export function endOfWorkingDay(
  at: Instant,
  workingDays: number,
  zone: string,
): Instant {
  return endOfDay(workingDayFrom(at, workingDays, zone), zone);
}
