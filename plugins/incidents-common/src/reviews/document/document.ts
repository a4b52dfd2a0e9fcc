import type { z } from 'zod/v3';
import type { TimelineEvent } from '../../incidents/events';
import type { Instant } from '../../incidents/vocabulary';
import type { ReviewAnswer } from '../../schemas/answers/reviews';
import type * as primitives from '../../schemas/primitives';
import { dayWords, durationWords, momentWords, scoreWords } from './values';
import { DOCUMENT_WORDS, sectionWords, type DocumentLanguage } from './words';

/** @public */
export type ActionStatus = z.infer<typeof primitives.actionStatus>;

/** An action item as a review names it. @public */
export interface DocumentAction {
  number: string;
  title: string;
  status: ActionStatus;
  /** A day, such as `2026-12-01`. */
  dueOn: string;
  responsible: string | null;
}

/** What a review is published from. @public */
export interface DocumentSource {
  review: ReviewAnswer;
  /** Of the incident, oldest first, without what the reader may not know of. */
  timeline: readonly TimelineEvent[];
  actions: readonly DocumentAction[];
}

/**
 * For whom. `sharing` has nothing that is for us alone: no names, notes, comments,
 * internal sections, factors or scorecard, of the timeline only what was told, and of
 * what is written nothing that is not approved.
 * @public
 */
export type Audience = 'internal' | 'sharing';

/** A part of a document, however it is laid out. @public */
export type DocumentBlock =
  /** Text that somebody wrote as Markdown. */
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'facts'; rows: [string, string][] }
  | { kind: 'table'; head: string[]; rows: string[][] };

/** @public */
export interface DocumentPart {
  title: string;
  blocks: DocumentBlock[];
}

/** A review as a document: what is in it, without how it is laid out. @public */
export interface DocumentContent {
  title: string;
  lead: DocumentBlock[];
  parts: DocumentPart[];
}

/** How a document is made. @public */
export interface DocumentOptions {
  audience: Audience;
  language: DocumentLanguage;
  /** Of the times that it names, an IANA name. */
  zone: string;
}

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
  const updates = updatePart(source, options);
  return [
    ...(source.review.status === 'approved'
      ? [...sectionParts(source, options), actionPart(source, options)]
      : []),
    ...(updates ? [updates] : []),
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

function timelinePart(
  { review, timeline }: DocumentSource,
  { language, zone }: DocumentOptions,
): DocumentPart {
  const { headings, columns } = DOCUMENT_WORDS[language];
  const included = new Map(
    review.entries
      .filter(entry => entry.included)
      .map(({ sequence, note }) => [sequence, note]),
  );
  return {
    title: headings.timeline,
    blocks: [
      {
        kind: 'table',
        head: [columns.time, columns.who, columns.what],
        rows: [...timeline]
          .filter(({ sequence }) => included.has(sequence))
          .sort(byTime)
          .map(event => [
            momentWords(event.at, zone, language),
            event.actor.name,
            [toldBy(event, language), included.get(event.sequence)]
              .filter(Boolean)
              .join(' — '),
          ]),
      },
    ],
  };
}

/** Of the timeline only what was told, and that without who told it. */
function updatePart(
  { timeline }: DocumentSource,
  { language, zone }: DocumentOptions,
): DocumentPart | undefined {
  const { headings, columns } = DOCUMENT_WORDS[language];
  const updates = timeline.filter(({ type }) => type === 'update-posted');
  return updates.length > 0
    ? {
        title: headings.updates,
        blocks: [
          {
            kind: 'table',
            head: [columns.time, columns.what],
            rows: [...updates]
              .sort(byTime)
              .map(({ at, texts }) => [
                momentWords(at, zone, language),
                [texts?.impact, texts?.action].filter(Boolean).join(' '),
              ]),
          },
        ],
      }
    : undefined;
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

/** What an entry says, in a line. */
function toldBy(event: TimelineEvent, language: DocumentLanguage): string {
  const { events, statuses } = DOCUMENT_WORDS[language];
  const said = Object.values(event.texts ?? {}).join(' ');
  return [detailed(event, events[event.type], statuses), said]
    .filter(Boolean)
    .join(': ');
}

function detailed(
  event: TimelineEvent,
  label: string,
  statuses: Record<string, string>,
): string {
  switch (event.type) {
    case 'status-changed':
      return statuses[event.data.to];
    case 'prioritised':
      return `${label} (${event.data.from} → ${event.data.to})`;
    case 'passed-on':
      return `${label} → ${event.data.to.title}`;
    case 'change-linked':
      return `${label}: ${event.data.change.title}`;
    default:
      return label;
  }
}

function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return a.at === b.at
    ? a.sequence - b.sequence
    : Date.parse(a.at) - Date.parse(b.at);
}
