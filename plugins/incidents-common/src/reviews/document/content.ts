import type { ActionStatus } from '../../actions/vocabulary';
import type { TimelineEvent } from '../../incidents/events';
import type { ReviewAnswer } from '../../schemas/answers/reviews';
import type { DocumentLanguage } from './words';

/** An action item as a review names it. @public */
export interface DocumentAction {
  number: string;
  title: string;
  status: ActionStatus;
  /** A day, such as `2026-12-01`. */
  dueOn: string;
  overdue: boolean;
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
