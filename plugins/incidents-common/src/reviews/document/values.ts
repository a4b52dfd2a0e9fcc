import type { Instant } from '../../incidents/vocabulary';
import type { ScoreCheck } from '../../schemas/answers/reviews';
import type { DocumentLanguage, DocumentWords } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const LOCALES: Record<DocumentLanguage, string> = { en: 'en-GB', de: 'de-DE' };

/** A duration, alike in every language: `2 h 10 min`. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes === 0 && milliseconds > 0) {
    return `${Math.max(1, Math.round(milliseconds / 1_000))} s`;
  }
  const hours = Math.floor((minutes * MINUTE) / HOUR);
  const rest = minutes - hours * 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter(Boolean)
    .join(' ');
}

/** A day, such as `2026-12-01`. */
export function dayWords(day: string, language: DocumentLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(day));
}

/** A moment in a zone, which it names. */
export function momentWords(
  at: Instant,
  zone: string,
  language: DocumentLanguage,
): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));
}

/** Where nothing was promised. */
const NONE = '–';

/** What a check found, and what was promised. */
export function scoreWords(
  found: ScoreCheck['found'],
  { of, unknown }: DocumentWords,
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
      return [String(found.count), NONE];
    default:
      return [unknown, NONE];
  }
}
