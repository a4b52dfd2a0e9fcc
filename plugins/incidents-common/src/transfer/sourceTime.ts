import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../incidents/vocabulary';

const PARTS = {
  YYYY: ['year', '\\d{4}'],
  MM: ['month', '\\d{1,2}'],
  DD: ['day', '\\d{1,2}'],
  HH: ['hour', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  ss: ['second', '\\d{2}'],
} as const;

/** Instants that a database keeps and that sort as text. */
const FIRST = '1970-01-01T00:00:00.000Z';
const LAST = '9999-12-31T23:59:59.999Z';

/**
 * Reads times as a source writes them: `ISO` (with or without an offset), or by a
 * pattern of `YYYY`, `MM`, `DD`, `HH`, `mm`, `ss`. A time without an offset is one of
 * the zone: one that the clocks skip counts from before they were changed, and of two
 * that are the same the first.
 *
 * @returns what reads a text; undefined where that is no time
 */
export function timeReader(
  pattern: string,
  zone: string,
): (text: string) => Instant | undefined {
  const read =
    pattern === 'ISO' ? isoReader(zone) : patternReader(pattern, zone);
  return text => {
    try {
      const instant = read(text);
      const at = instant && new Date(instant.epochMilliseconds).toISOString();
      return at && at >= FIRST && at <= LAST ? at : undefined;
    } catch {
      return undefined;
    }
  };
}

function isoReader(zone: string) {
  return (text: string): Temporal.Instant =>
    /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
      ? Temporal.Instant.from(text)
      : inZone(Temporal.PlainDateTime.from(text), zone);
}

function patternReader(pattern: string, zone: string) {
  const names: string[] = [];
  const source = pattern.replace(/YYYY|MM|DD|HH|mm|ss|[^A-Za-z0-9]/g, token => {
    const part = PARTS[token as keyof typeof PARTS];
    if (!part) {
      return `\\u{${token.codePointAt(0)!.toString(16)}}`;
    }
    names.push(part[0]);
    return `(${part[1]})`;
  });
  const shape = new RegExp(`^${source}$`, 'u');
  return (text: string): Temporal.Instant | undefined => {
    const parts = shape.exec(text)?.slice(1).map(Number);
    if (!parts) {
      return undefined;
    }
    const fields = Object.fromEntries(
      names.map((name, index) => [name, parts[index]]),
    ) as { year: number; month: number; day: number };
    return inZone(
      Temporal.PlainDateTime.from(fields, { overflow: 'reject' }),
      zone,
    );
  };
}

function inZone(local: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  return local
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant();
}
