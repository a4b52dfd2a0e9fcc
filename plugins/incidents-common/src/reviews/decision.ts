import { factOf, type Refusal } from '../incidents/decision';
import type { Actor } from '../incidents/events';
import type { IncidentState, PersonSnapshot } from '../incidents/state';
import type { Instant } from '../incidents/vocabulary';
import type { AnyReviewCommand } from './commands';
import type { ReviewEvent, ReviewEventType, ReviewTexts } from './events';
import type { ReviewPolicy } from './policy';
import type { ReviewState } from './state';

/** What has become of a section since an author began to write. @public */
export interface Merging {
  /** What stands there now. */
  present: string;
  /** Both in one; missing where they are not apart from each other. */
  merged?: string;
}

/** What deciding needs beside the review. @public */
export interface ReviewFacts {
  now: Instant;
  actor: Actor;
  policy: ReviewPolicy;
  incident: IncidentState;
  /** The people that the command names, as far as the catalog has them. */
  people?: ReadonlyMap<string, PersonSnapshot>;
  /** For a section that is written. */
  merging?: Merging;
  /** The highest number on the timeline of the incident. */
  lastSequence?: number;
  /** How many action items the incident has, for what is `GATED`. */
  actions?: number;
}

/**
 * What a command leads to: events, possibly none where it is already so, or a
 * refusal with its reason.
 * @public
 */
export type ReviewDecision =
  | { events: ReviewEvent[]; refusal?: undefined }
  | { events?: undefined; refusal: Refusal };

/** Decides one type of command on a review. */
export type ReviewDecider<Type extends AnyReviewCommand['type']> = (
  state: ReviewState,
  command: Extract<AnyReviewCommand, { type: Type }>,
  facts: ReviewFacts,
) => ReviewDecision;

export const nothing: ReviewDecision = { events: [] };

/** A fact that happens now, by the actor of the command. */
export function happened<Type extends ReviewEventType>(
  facts: Pick<ReviewFacts, 'actor' | 'now'>,
  type: Type,
  data: ReviewEvent<Type>['data'],
  texts?: ReviewTexts,
): ReviewEvent {
  return factOf(facts, type, data, texts) as ReviewEvent;
}

/** The same facts as the only events of a decision. */
export function states(...events: ReviewEvent[]): ReviewDecision {
  return { events };
}
