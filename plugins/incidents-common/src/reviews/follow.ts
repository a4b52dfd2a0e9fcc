import type { DecidedEvent } from '../incidents/events';
import type { IncidentChange } from '../incidents/evolve';
import { isMajor } from '../incidents/priority';
import type { IncidentState } from '../incidents/state';
import { isLive } from '../incidents/vocabulary';
import type { SystemReviewCommand } from './commands';

/**
 * What a change of an incident asks of its review; nothing of most changes.
 *
 * A resolve with P1 or P2 demands one, and so does somebody who was named to write
 * it. What healed before anybody took it demands none: it made no noise, and should
 * make none afterwards; a review of it is offered. Nor does a drill, a test or what
 * was imported. What was approved with a time that is corrected has to be approved again.
 * @public
 */
export function reviewFollows({
  before,
  after,
  events,
}: IncidentChange): SystemReviewCommand | undefined {
  if (!before) {
    return undefined;
  }
  const wasOver = isOver(before);
  if (wasOver && isLive(after.status)) {
    return { type: 'reopen', because: 'incident' };
  }
  if (!wasOver && isOver(after)) {
    return afterResolve(after, events);
  }
  if (wasOver && isMajor(before.priority) !== isMajor(after.priority)) {
    return isDemanded(after)
      ? { type: 'require', because: 'raised' }
      : { type: 'release', because: 'demoted' };
  }
  if (wasOver && events.some(({ type }) => type === 'time-corrected')) {
    return { type: 'reopen', because: 'corrected' };
  }
  const { status } = after;
  const isSetAside = status === 'dismissed' || status === 'merged';
  return isSetAside && status !== before.status && after.reopened > 0
    ? { type: 'release', because: status }
    : undefined;
}

function afterResolve(
  after: IncidentState,
  events: readonly DecidedEvent[],
): SystemReviewCommand | undefined {
  const resolved = events.find(
    (event): event is DecidedEvent<'resolved'> => event.type === 'resolved',
  );
  const owner = resolved?.data.reviewOwner;
  if (owner) {
    return { type: 'require', because: 'asked', owner };
  }
  if (isDemanded(after)) {
    return resolved?.data.because === 'recovered'
      ? undefined
      : { type: 'require', because: 'resolved' };
  }
  // It may have been demanded when it was resolved before.
  return after.reopened > 0
    ? { type: 'release', because: 'demoted' }
    : undefined;
}

function isDemanded({ mode, priority }: IncidentState): boolean {
  return mode === 'real' && isMajor(priority);
}

function isOver({ status }: IncidentState): boolean {
  return status === 'resolved' || status === 'closed';
}
