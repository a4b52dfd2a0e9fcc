import type { JsonObject } from '@backstage/types';
import {
  noticesOf,
  type DecidedEvent,
  type IncidentState,
  type PersonSnapshot,
} from '@linchpin/backstage-plugin-incidents-common';
import type { OutboxEntry } from '../delivery';
import { EVENTS_CHANNEL, NOTIFICATIONS_CHANNEL } from '../delivery';
import { INCIDENT } from './IncidentWriter';

/** What the renderer needs to find the words when a notice is sent. */
export interface NoticePayload extends JsonObject {
  /** The event that it is about. */
  sequence: number;
}

/** What other plugins learn of a change. */
export interface ChangePayload extends JsonObject {
  /** The first and the last event of the change. */
  fromSequence: number;
  toSequence: number;
}

/**
 * The outbox rows of a change: one for each person and notice, and one for the
 * portal's events. Nobody is told of what they did themselves.
 */
export function outboxRowsOf(
  after: IncidentState,
  events: readonly DecidedEvent[],
  version: number,
  followers: readonly PersonSnapshot[],
): OutboxEntry[] {
  const notices = events.flatMap((event, index) => {
    const sequence = version + 1 + index;
    return noticesOf(after, event).flatMap(notice => {
      const audience =
        notice.audience.type === 'followers'
          ? followers
          : notice.audience.people;
      return audience
        .filter(
          person =>
            event.actor.type !== 'user' || event.actor.ref !== person.ref,
        )
        .map((person): OutboxEntry => ({
          subjectKind: INCIDENT,
          subjectId: after.id,
          cause: `${sequence}:${notice.cause}`,
          kind: notice.kind,
          channel: NOTIFICATIONS_CHANNEL,
          recipient: person,
          payload: { sequence } satisfies NoticePayload,
        }));
    });
  });
  const change: OutboxEntry = {
    subjectKind: INCIDENT,
    subjectId: after.id,
    cause: `${version + 1}:changed`,
    kind: 'event',
    channel: EVENTS_CHANNEL,
    payload: {
      fromSequence: version + 1,
      toSequence: version + events.length,
    } satisfies ChangePayload,
  };
  return after.visibility === 'private' ? notices : [...notices, change];
}
