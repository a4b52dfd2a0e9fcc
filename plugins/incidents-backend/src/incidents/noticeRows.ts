import type { JsonObject } from '@backstage/types';
import {
  noticesOf,
  type DecidedEvent,
  type IncidentState,
  type PersonSnapshot,
} from '@linchpin/backstage-plugin-incidents-common';
import type { OutboxEntry } from '../delivery';
import { EVENTS_CHANNEL, NOTIFICATIONS_CHANNEL } from '../delivery';
import { INCIDENT } from './neighbours';

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

/** What happened to an incident, and where it stands on its timeline. */
export interface ToldChange {
  after: IncidentState;
  events: readonly DecidedEvent[];
  /** The number of the first event. */
  firstSequence: number;
}

/** Whether those who follow the incident have to hear of it. */
export function tellsFollowers({ after, events }: ToldChange): boolean {
  return events.some(event =>
    noticesOf(after, event).some(
      ({ audience }) => audience.type === 'followers',
    ),
  );
}

/**
 * The outbox rows of a change: one for each person and notice, and one for the
 * portal's events. Nobody is told of what they did themselves, and that there was
 * an incident in the past is no news.
 */
export function outboxRowsOf(
  { after, events, firstSequence }: ToldChange,
  followers: readonly PersonSnapshot[],
): OutboxEntry[] {
  if (events[0].type === 'declared' && after.mode === 'backfill') {
    return [];
  }
  const notices = events.flatMap((event, index) => {
    const sequence = firstSequence + index;
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
    cause: `${firstSequence}:changed`,
    kind: 'event',
    channel: EVENTS_CHANNEL,
    payload: {
      fromSequence: firstSequence,
      toSequence: firstSequence + events.length - 1,
    } satisfies ChangePayload,
  };
  return after.visibility === 'private' ? notices : [...notices, change];
}
