import { VisuallyHidden } from '@backstage/ui';
import type { TimelineEntry } from '@linchpin/backstage-plugin-incidents-common';
import { useRef } from 'react';
import type { EventEntry } from './lines';
import { EventSentence } from './sentences';

/** Says politely what is new on the timeline; nothing of what stood there at first. */
export const NewEntryAnnouncer = (props: {
  entries: readonly TimelineEntry[];
}) => {
  const newest = newestOf(props.entries);
  const seen = useRef(newest?.sequence ?? 0);
  const isNew = newest !== undefined && newest.sequence > seen.current;
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {isNew && <EventSentence event={newest} />}
    </VisuallyHidden>
  );
};

function newestOf(entries: readonly TimelineEntry[]): EventEntry | undefined {
  return entries
    .flatMap(entry => (entry.kind === 'event' ? [entry] : []))
    .reduce<EventEntry | undefined>(
      (newest, event) =>
        !newest || event.sequence > newest.sequence ? event : newest,
      undefined,
    );
}
