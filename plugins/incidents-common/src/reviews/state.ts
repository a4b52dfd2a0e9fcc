import type { PersonSnapshot } from '../incidents/state';
import type { Instant } from '../incidents/vocabulary';
import type { FactorTag, ReviewStatus } from './vocabulary';

/** A text that could not be merged, and waits to be joined by a person. @public */
export interface BesideText {
  /** The number of the event that it came with, as a word. */
  id: string;
  byRef: string;
  /** The version that its author began with. */
  base: number;
}

/** A section that somebody has written. @public */
export interface SectionState {
  /** Counted from 1; 0 while it has only texts beside. */
  version: number;
  /** The event that the present text came with; 0 while there is none. */
  sequence: number;
  /** Whether the present text says anything. */
  written: boolean;
  beside: BesideText[];
}

/** A contributing factor. @public */
export interface FactorState {
  /** The number of the event that named it, as a word. */
  id: string;
  tag: FactorTag;
  /** The event that its present text came with. */
  sequence: number;
  /** Who named it. */
  by: PersonSnapshot;
}

/** A comment; its text and its quote lie apart. @public */
export interface CommentState {
  /** The number of the event that it came with, as a word. */
  id: string;
  section?: string;
  by: PersonSnapshot;
  at: Instant;
  settled?: { by: PersonSnapshot; at: Instant };
}

/** When a review is talked about; the agenda lies apart. @public */
export interface MeetingState {
  at: Instant;
  link?: string;
  attendees: PersonSnapshot[];
  /** The event that it was planned with. */
  sequence: number;
  plannedAt: Instant;
}

/** Who did something of which the reason lies apart, and when. @public */
export interface ReasonedAct {
  by: PersonSnapshot;
  at: Instant;
  /** The event that has the reason. */
  sequence: number;
}

/** What can fall due of a review. @public */
export type ReviewClock =
  'draft-soon' | 'draft' | 'meeting' | 'meeting-reminder';

/**
 * What deciding about a review needs to know, and no more: bounded, without what
 * people have written. Rebuilt from its events by `evolveReview`.
 * @public
 */
export interface ReviewState {
  incidentId: string;
  /** The number of its last event; 0 while nothing has ever happened to it. */
  version: number;
  status: ReviewStatus;
  since: Instant;
  /** Whether the priority of the incident demands one. */
  required: boolean;
  owner?: PersonSnapshot;
  /** When the draft was begun first. */
  startedAt?: Instant;
  draftDueAt?: Instant;
  meetingDueAt?: Instant;
  approved?: { by: PersonSnapshot; at: Instant };
  waived?: ReasonedAct;
  sentBack?: ReasonedAct;
  sections: Record<string, SectionState>;
  factors: FactorState[];
  comments: CommentState[];
  meeting?: MeetingState;
  /** Entries of the timeline that were put in or left out by hand. */
  entries: Record<number, 'in' | 'out'>;
  /** For entries with a note: the event that it came with. */
  notes: Record<number, number>;
  /** The due time whose passing has been written down already. */
  fired: Partial<Record<ReviewClock, Instant>>;
}

/** A section that nobody has written. */
export const UNWRITTEN: SectionState = {
  version: 0,
  sequence: 0,
  written: false,
  beside: [],
};

/** A section as it stands; undefined for one that nobody has written. @public */
export function sectionOf(
  { sections }: Pick<ReviewState, 'sections'>,
  id: string,
): SectionState | undefined {
  // A section may have the name of what every object has.
  return Object.hasOwn(sections, id) ? sections[id] : undefined;
}

/** The review of an incident to which nothing has happened yet. @public */
export function untouchedReview(
  incidentId: string,
  since: Instant,
): ReviewState {
  return {
    incidentId,
    version: 0,
    status: 'not-needed',
    since,
    required: false,
    sections: {},
    factors: [],
    comments: [],
    entries: {},
    notes: {},
    fired: {},
  };
}
