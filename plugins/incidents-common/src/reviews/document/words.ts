import type { ActionStatus } from '../../actions/vocabulary';
import type { EventType } from '../../incidents/events';
import type { Status } from '../../incidents/vocabulary';
import type { Audience } from './content';
import { de } from './words.de';
import { en } from './words.en';

/** The languages that a review is published in. @public */
export type DocumentLanguage = 'en' | 'de';

/** What helps to write a section: what and how, never who and why. @public */
export interface SectionWords {
  title: string;
  prompts: readonly string[];
}

/** The words of a published review in one language. */
export interface DocumentWords {
  review: (incident: string) => string;
  /** That it is not approved, and for whom that keeps something back. */
  draftNotes: Record<Audience, string>;
  facts: Record<
    | 'priority'
    | 'status'
    | 'service'
    | 'team'
    | 'lead'
    | 'author'
    | 'responders'
    | 'when'
    | 'declared'
    | 'resolved'
    | 'approved'
    | 'duration'
    | 'affectedPeople',
    string
  >;
  headings: Record<
    'timeline' | 'scorecard' | 'factors' | 'actions' | 'updates',
    string
  >;
  columns: Record<
    | 'who'
    | 'what'
    | 'check'
    | 'found'
    | 'limit'
    | 'promise'
    | 'action'
    | 'state'
    | 'due'
    | 'responsible',
    string
  >;
  unknown: string;
  none: string;
  /** The column of times that are all in one zone. */
  timeIn: (zone: string) => string;
  approvedBy: (at: string, name: string) => string;
  people: (count: number) => string;
  overdue: (state: string) => string;
  /** A change of priority to a more critical one, and to a less critical one. */
  raised: (from: string, to: string) => string;
  lowered: (from: string, to: string) => string;
  at: (duration: string, priority: string) => string;
  of: (kept: number, all: number) => string;
  verdicts: Record<'kept' | 'missed' | 'none', string>;
  statuses: Record<Status, string>;
  actionStatuses: Record<ActionStatus, string>;
  checks: Record<string, string>;
  events: Record<EventType, string>;
  sections: Record<string, SectionWords>;
  noFactors: string;
  noActions: string;
}

/** @public */
export const DOCUMENT_WORDS: Record<DocumentLanguage, DocumentWords> = {
  en,
  de,
};

/** What a section is called, and what helps to write it. @public */
export function sectionWords(
  section: {
    id: string;
    title: string | null;
    prompts: readonly string[] | null;
  },
  language: DocumentLanguage,
): SectionWords {
  const { sections } = DOCUMENT_WORDS[language];
  const known = Object.hasOwn(sections, section.id)
    ? sections[section.id]
    : undefined;
  return {
    title: section.title ?? known?.title ?? section.id,
    prompts: section.prompts ?? known?.prompts ?? [],
  };
}
