const DAY = 24 * 60 * 60_000;

/** Nothing that fires today began before; year 1 and the epoch are how programs say "none". */
const EARLIEST = Date.UTC(2000, 0, 1);

/** Clocks that are ahead by more, time zones mistaken included, are not to be believed. */
const AHEAD_AT_MOST = DAY;

const DATE_TIME =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:[.,](\d+))?\s*(?:([Zz])|([+-]\d\d):?(\d\d)?)?$/;

/**
 * A time as senders write it, as ISO 8601 in UTC with milliseconds: RFC 3339 with
 * any number of digits and an offset with or without a colon, or seconds or
 * milliseconds since 1970. Without a zone it is UTC. Undefined where it is no
 * time, or none that can be meant.
 *
 * @param receivedAt - ours, against which it has to make sense
 */
export function senderTime(
  value: unknown,
  receivedAt: string,
): string | undefined {
  const time = typeof value === 'number' ? epochTime(value) : textTime(value);
  return time >= EARLIEST && time <= Date.parse(receivedAt) + AHEAD_AT_MOST
    ? new Date(time).toISOString()
    : undefined;
}

function textTime(value: unknown): number {
  const parts = DATE_TIME.exec(String(value));
  if (!parts) {
    return NaN;
  }
  const [, date, time, digits = '', zulu, hours, minutes = '00'] = parts;
  const zone = zulu || !hours ? 'Z' : `${hours}:${minutes}`;
  const milliseconds = `${digits}000`.slice(0, 3);
  return Date.parse(`${date}T${time}.${milliseconds}${zone}`);
}

/** Seconds are ten digits for centuries to come, milliseconds thirteen. */
function epochTime(value: number): number {
  return Math.floor(value < 1e11 ? value * 1000 : value);
}
