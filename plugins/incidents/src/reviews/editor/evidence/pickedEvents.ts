import type {
  ReviewAnswer,
  TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';
import type { EventEntry } from '../../../incident/timeline/lines';

export type ReviewEntry = ReviewAnswer['entries'][number];

/** The events of a timeline that a review has or is offered, oldest first. */
export function pickedEvents(
  timeline: readonly TimelineEntry[],
  entries: readonly ReviewEntry[],
): { event: EventEntry; entry: ReviewEntry }[] {
  const known = new Map(entries.map(entry => [entry.sequence, entry]));
  return timeline
    .flatMap(event => {
      const entry =
        event.kind === 'event' ? known.get(event.sequence) : undefined;
      return event.kind === 'event' && entry ? [{ event, entry }] : [];
    })
    .sort(
      (a, b) =>
        a.event.at.localeCompare(b.event.at) ||
        a.event.sequence - b.event.sequence,
    );
}
