import type { Instant } from '../../incidents/vocabulary';
import type { ScoreCheck } from '../../schemas/answers/reviews';
import type { DocumentLanguage, DocumentWords } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** In characters: more would not leave a table room for its other columns. */
const UNBROKEN_MAX = 24;

const LOCALES: Record<DocumentLanguage, string> = { en: 'en-GB', de: 'de-DE' };

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const MOMENT = { ...DAY, ...TIME, timeZoneName: 'short' } as const;

/** What is short stays on one line: a day, a duration, a name. */
export function unbroken(words: string): string {
  return words.length <= UNBROKEN_MAX ? words.replaceAll(' ', '\u00a0') : words;
}

/** A duration, alike in every language: `2 h 10 min`. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes === 0) {
    return milliseconds < 1_000
      ? unbroken('< 1 s')
      : unbroken(`${Math.round(milliseconds / 1_000)} s`);
  }
  const hours = Math.floor((minutes * MINUTE) / HOUR);
  const rest = minutes - hours * 60;
  return unbroken(
    [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`]
      .filter(Boolean)
      .join(' '),
  );
}

/** A day, such as `2026-12-01`. */
export function dayWords(day: string, language: DocumentLanguage): string {
  return unbroken(formatOf(DAY, 'UTC', language).format(new Date(day)));
}

/** A moment in a zone, which it names. */
export function momentWords(
  at: Instant,
  zone: string,
  language: DocumentLanguage,
): string {
  return formatOf(MOMENT, zone, language).format(new Date(at));
}

/** From one moment to another in a zone, of which it says nothing twice. */
export function spanWords(
  from: Instant,
  to: Instant,
  zone: string,
  language: DocumentLanguage,
): string {
  return formatOf(MOMENT, zone, language).formatRange(
    new Date(from),
    new Date(to),
  );
}

/** A zone as it is named at these moments: in winter not as in summer. */
export function zoneWords(
  instants: readonly Instant[],
  zone: string,
  language: DocumentLanguage,
): string {
  const format = formatOf(MOMENT, zone, language);
  const names = instants
    .flatMap(at => format.formatToParts(new Date(at)))
    .filter(({ type }) => type === 'timeZoneName')
    .map(({ value }) => value);
  return [...new Set(names)].join(', ');
}

/** The times of what happened one after the other: each with its day where that is a new one. */
export function timesWords(
  instants: readonly Instant[],
  zone: string,
  language: DocumentLanguage,
): string[] {
  const dayFormat = formatOf(DAY, zone, language);
  const timeFormat = formatOf(TIME, zone, language);
  const days = instants.map(at => dayFormat.format(new Date(at)));
  return instants.map((at, index) => {
    const time = timeFormat.format(new Date(at));
    return days[index] === days[index - 1]
      ? time
      : unbroken(`${days[index]}, ${time}`);
  });
}

function formatOf(
  options: Intl.DateTimeFormatOptions,
  zone: string,
  language: DocumentLanguage,
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], {
    ...options,
    timeZone: zone,
  });
}

/** Where nothing was promised, or nobody does it. */
export const NONE = '–';

/** What a check found, and what was promised. */
export function scoreWords(
  found: ScoreCheck['found'],
  { of, none, unknown }: DocumentWords,
): [string, string] {
  switch (found.fact) {
    case 'duration':
      return [
        durationWords(found.milliseconds),
        found.withinMs === null ? NONE : durationWords(found.withinMs),
      ];
    case 'share':
      return [of(found.kept, found.of), NONE];
    case 'count':
      return [found.count === 0 ? none : String(found.count), NONE];
    default:
      return [unknown, NONE];
  }
}
