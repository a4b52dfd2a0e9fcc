import type { Actor } from '../incidents/events';
import type { PersonSnapshot } from '../incidents/state';
import type { Instant } from '../incidents/vocabulary';
import type { ReviewClock } from './state';
import type { FactorTag } from './vocabulary';

/**
 * The facts that can stand in the past of a review, by type. What people write lies
 * apart in `ReviewTexts`, so that it can be erased without touching the fact.
 * @public
 */
export interface ReviewEventData {
  /** `asked`: somebody was named to write it. */
  needed: {
    because: 'resolved' | 'raised' | 'asked';
    required: boolean;
    draftDueAt: Instant;
    meetingDueAt: Instant;
    owner?: PersonSnapshot;
  };
  /** It is not demanded any more. */
  released: { because: 'demoted' | 'dismissed' | 'merged' };
  /** Due anew where a waiver is taken back with it. */
  started: {
    owner?: PersonSnapshot;
    draftDueAt?: Instant;
    meetingDueAt?: Instant;
  };
  'owner-assigned': { owner: PersonSnapshot };
  'section-written': {
    section: string;
    version: number;
    how: 'written' | 'merged';
    /** Whether the text says anything. */
    written: boolean;
    /** The text kept beside that it joins with the one of before. */
    joins?: string;
  };
  'text-kept-beside': {
    section: string;
    base: number;
    /** The earlier text of the same author that it goes on from. */
    replaces?: string;
  };
  'entries-chosen': { include: number[]; leaveOut: number[] };
  'entry-annotated': { sequence: number; erased: boolean };
  'factor-added': { tag: FactorTag };
  'factor-changed': { id: string; tag: FactorTag };
  'factor-removed': { id: string };
  commented: { section?: string };
  'comment-settled': { id: string };
  'meeting-planned': {
    at: Instant;
    link?: string;
    attendees: PersonSnapshot[];
  };
  /** What was planned, and who was asked to come. */
  'meeting-cancelled': { at?: Instant; attendees?: PersonSnapshot[] };
  'handed-in': {};
  'sent-back': { draftDueAt?: Instant };
  approved: {};
  waived: {};
  /**
   * What was handed in or approved is a draft again; `incident`: that was reopened,
   * `corrected`: a time of it was.
   */
  reopened: {
    because: 'edited' | 'incident' | 'corrected';
    draftDueAt?: Instant;
  };
  'clock-fired': { clock: ReviewClock; dueAt: Instant };
}

/** @public */
export type ReviewEventType = keyof ReviewEventData;

/** What people write, by the name of the field they typed it into. @public */
export type ReviewTexts = Partial<
  Record<'text' | 'quote' | 'note' | 'agenda' | 'reason', string>
>;

/** The version under which each type is written today. @public */
export const REVIEW_EVENT_VERSION = 1;

/** A fact as `decideReview` states it: what happened, by whom and when. @public */
export type ReviewEvent<Type extends ReviewEventType = ReviewEventType> = {
  [T in Type]: {
    type: T;
    actor: Actor;
    at: Instant;
    data: ReviewEventData[T];
    texts?: ReviewTexts;
  };
}[Type];
