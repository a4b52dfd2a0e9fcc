import type { EventType, TimelineEvent } from '../incidents/events';
import type { ReviewState } from './state';

/** What people decided or told, and how the incident went. What machines did in between is left out, and that it was filed in the end. */
const TELLING: ReadonlySet<EventType> = new Set([
  'declared',
  'acknowledged',
  'passed-on',
  'status-changed',
  'held',
  'update-posted',
  'resolved',
  'reopened',
  'dismissed',
  'undone',
  'prioritised',
  'workaround-confirmed',
  'workaround-retracted',
  'change-linked',
  'recovered',
]);

/** An entry of the timeline as its review has it. @public */
export interface ReviewEntry {
  sequence: number;
  included: boolean;
}

/**
 * Which entries of the timeline the review has: those that tell how it went, and
 * what people have put in or left out by hand.
 * @public
 */
export function entriesOf(
  state: Pick<ReviewState, 'entries'>,
  timeline: readonly Pick<TimelineEvent, 'sequence' | 'type'>[],
): ReviewEntry[] {
  return timeline.map(({ sequence, type }) => {
    const chosen = state.entries[sequence];
    return {
      sequence,
      included: chosen ? chosen === 'in' : TELLING.has(type),
    };
  });
}
