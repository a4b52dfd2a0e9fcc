import type { Instant } from '../../incidents/vocabulary';
import type { ReviewAnswer } from '../../schemas/answers/reviews';
import type {
  DocumentContent,
  DocumentOptions,
  DocumentPart,
  DocumentSource,
} from './content';
import { timelinePart, updateParts } from './timeline';
import { dayWords, durationWords, momentWords, scoreWords } from './values';
import { DOCUMENT_WORDS, sectionWords, type DocumentLanguage } from './words';

/** The review as a document for an audience. @public */
export function documentOf(
  source: DocumentSource,
  options: DocumentOptions,
): DocumentContent {
  const { review } = source;
  const { incident } = review;
  const words = DOCUMENT_WORDS[options.language];
  return {
    title: incident.title,
    lead: [
      { kind: 'note', text: words.review(incident.number) },
      ...(review.status === 'approved'
        ? []
        : [
            { kind: 'note' as const, text: words.draftNotes[options.audience] },
          ]),
      { kind: 'facts', rows: factsOf(source, options) },
    ],
    parts:
      options.audience === 'internal'
        ? internalParts(source, options)
        : sharedParts(source, options),
  };
}

function internalParts(
  source: DocumentSource,
  options: DocumentOptions,
): DocumentPart[] {
  return [
    ...sectionParts(source, options),
    factorPart(source, options),
    actionPart(source, options),
    timelinePart(source, options),
    scorecardPart(source, options),
  ];
}

function sharedParts(
  source: DocumentSource,
  options: DocumentOptions,
): DocumentPart[] {
  return [
    ...(source.review.status === 'approved'
      ? [...sectionParts(source, options), actionPart(source, options)]
      : []),
    ...updateParts(source, options),
  ];
}

function factsOf(
  { review }: DocumentSource,
  { audience, language, zone }: DocumentOptions,
): [string, string][] {
  const { incident, impact } = review;
  const { facts, statuses } = DOCUMENT_WORDS[language];
  const time = (instant: Instant | null) =>
    instant ? momentWords(instant, zone, language) : undefined;
  const names =
    audience === 'internal'
      ? {
          lead: incident.lead?.title,
          responders: review.responders.map(({ title }) => title).join(', '),
          author: review.owner?.title,
        }
      : {};
  const rows: [string, string | undefined][] = [
    [facts.priority, incident.priority],
    [facts.status, statuses[incident.status]],
    [facts.service, incident.entity?.title],
    [facts.team, incident.owner?.title],
    [facts.declared, time(incident.declaredAt)],
    [facts.resolved, time(incident.resolvedAt)],
    [facts.duration, impactWords(impact, language)],
    [
      facts.affectedPeople,
      impact.affectedPeople > 0 ? String(impact.affectedPeople) : undefined,
    ],
    [facts.lead, names.lead],
    [facts.responders, names.responders],
    [facts.author, names.author],
    [facts.approved, time(review.approved?.at ?? null)],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
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

/** What was never written is left out. */
function sectionParts(
  { review }: DocumentSource,
  { audience, language }: DocumentOptions,
): DocumentPart[] {
  return review.sections
    .filter(({ internal }) => audience === 'internal' || !internal)
    .filter(({ text }) => text.trim() !== '')
    .map(section => ({
      title: sectionWords(section, language).title,
      blocks: [{ kind: 'text', text: section.text.trim() }],
    }));
}

function factorPart(
  { review }: DocumentSource,
  { language }: DocumentOptions,
): DocumentPart {
  const { headings, noFactors } = DOCUMENT_WORDS[language];
  return {
    title: headings.factors,
    blocks: [
      review.factors.length > 0
        ? {
            kind: 'facts',
            rows: review.factors.map(({ tag, text }) => [tag, text]),
          }
        : { kind: 'note', text: noFactors },
    ],
  };
}

function actionPart(
  { actions }: DocumentSource,
  { audience, language }: DocumentOptions,
): DocumentPart {
  const { headings, columns, actionStatuses, noActions } =
    DOCUMENT_WORDS[language];
  const isInternal = audience === 'internal';
  const shown = actions.filter(
    ({ status }) => isInternal || status !== 'wont-do',
  );
  return {
    title: headings.actions,
    blocks: [
      shown.length > 0
        ? {
            kind: 'table',
            head: [
              columns.action,
              columns.state,
              columns.due,
              ...(isInternal ? [columns.responsible] : []),
            ],
            rows: shown.map(({ number, title, status, dueOn, responsible }) => [
              isInternal ? `${number} ${title}` : title,
              actionStatuses[status],
              dayWords(dueOn, language),
              ...(isInternal ? [responsible ?? ''] : []),
            ]),
          }
        : { kind: 'note', text: noActions },
    ],
  };
}

function scorecardPart(
  { review }: DocumentSource,
  { language }: DocumentOptions,
): DocumentPart {
  const words = DOCUMENT_WORDS[language];
  const { headings, columns, checks, verdicts } = words;
  return {
    title: headings.scorecard,
    blocks: [
      {
        kind: 'table',
        head: [columns.check, columns.found, columns.promised, columns.verdict],
        rows: review.scorecard.map(({ check, found, verdict }) => [
          checks[check] ?? check,
          ...scoreWords(found, words),
          verdicts[verdict],
        ]),
      },
    ],
  };
}
