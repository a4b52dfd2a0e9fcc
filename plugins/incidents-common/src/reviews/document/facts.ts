import type { Instant, Status } from '../../incidents/vocabulary';
import type { ReviewAnswer } from '../../schemas/answers/reviews';
import type { DocumentOptions, DocumentSource } from './content';
import { durationWords, momentWords, spanWords } from './values';
import { DOCUMENT_WORDS, type DocumentLanguage } from './words';

type Person = ReviewAnswer['responders'][number];

/** That it is one of these goes without saying: when it was resolved is said. */
const OVER: ReadonlySet<Status> = new Set(['resolved', 'closed']);

/** What it was, when, for how long, and who was about it: what the document begins with. */
export function factsOf(
  { review }: DocumentSource,
  { audience, language, zone }: DocumentOptions,
): [string, string][] {
  const { incident, impact, approved } = review;
  const { facts, statuses, approvedBy, people } = DOCUMENT_WORDS[language];
  const time = (instant: Instant | null) =>
    instant ? momentWords(instant, zone, language) : undefined;
  const approvedAt = time(approved?.at ?? null);
  const names =
    audience === 'internal'
      ? {
          lead: incident.lead?.title,
          responders: othersThan(incident.lead, review.responders),
          author: review.owner?.title,
          approver: approved?.by.title,
        }
      : {};
  const rows: [string, string | undefined][] = [
    [facts.priority, incident.priority],
    [
      facts.status,
      OVER.has(incident.status) ? undefined : statuses[incident.status],
    ],
    [facts.service, incident.entity?.title],
    [facts.team, incident.owner?.title],
    [facts.when, whenWords(impact, zone, language)],
    [facts.duration, impactWords(impact, language)],
    [
      facts.affectedPeople,
      impact.affectedPeople > 0 ? people(impact.affectedPeople) : undefined,
    ],
    [facts.declared, time(incident.declaredAt)],
    [facts.resolved, time(incident.resolvedAt)],
    [facts.lead, names.lead],
    [facts.responders, names.responders],
    [facts.author, names.author],
    [
      facts.approved,
      approvedAt && names.approver
        ? approvedBy(approvedAt, names.approver)
        : approvedAt,
    ],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

/** Those who helped whoever led; nobody is named twice. */
function othersThan(
  lead: Person | null,
  responders: readonly Person[],
): string {
  return responders
    .filter(({ ref }) => ref !== lead?.ref)
    .map(({ title }) => title)
    .join(', ');
}

/** From when until when people felt it, where that is known. */
function whenWords(
  { milliseconds, windows }: ReviewAnswer['impact'],
  zone: string,
  language: DocumentLanguage,
): string {
  if (milliseconds === null) {
    return '';
  }
  return windows
    .map(({ from, to }) =>
      to
        ? spanWords(from, to, zone, language)
        : `${momentWords(from, zone, language)} –`,
    )
    .join('; ');
}

/** How long it lasted, and how much of that at each priority where there were several. */
function impactWords(
  { milliseconds, at: spent }: ReviewAnswer['impact'],
  language: DocumentLanguage,
): string {
  const { at, unknown } = DOCUMENT_WORDS[language];
  const each = spent.map(({ priority, milliseconds: time }) =>
    at(durationWords(time), priority),
  );
  const total = milliseconds === null ? unknown : durationWords(milliseconds);
  return each.length > 1 ? `${total} (${each.join(', ')})` : total;
}
