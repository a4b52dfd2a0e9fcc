const DAY_MS = 86_400_000;

/** A day as it is called in every zone, such as `2026-03-29`. */
export type Day = string;

/** The day of an instant in a zone. */
export function dayIn(zone: string, instant: string): Day {
  const { year, month, day } = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}-${day}`;
}

/**
 * The weeks from one day to another, both included, each with its days from Monday
 * on; the first begins before the period where that does not begin on a Monday.
 *
 * @param atMost - how many weeks; the last ones are kept
 */
export function weeksBetween(first: Day, last: Day, atMost: number): Day[][] {
  const end = Date.parse(last);
  const monday = end - weekdayOf(last) * DAY_MS;
  const asked = Date.parse(first) - weekdayOf(first) * DAY_MS;
  const count = Math.min(atMost, (monday - asked) / (7 * DAY_MS) + 1);
  return Array.from({ length: count }, (_, index) => {
    const begin = monday - (count - 1 - index) * 7 * DAY_MS;
    return Array.from({ length: 7 }, (__, day) => begin + day * DAY_MS)
      .filter(day => day <= end)
      .map(dayOf);
  });
}

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
