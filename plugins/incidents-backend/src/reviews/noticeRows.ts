import type { JsonObject } from '@backstage/types';
import type { IncidentState } from '@linchpin/backstage-plugin-incidents-common';
import {
  reviewNoticesOf,
  type ReviewAddressee,
  type ReviewEvent,
  type ReviewState,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import { NOTIFICATIONS_CHANNEL, type OutboxEntry } from '../delivery';
import { REVIEW } from './kind';

/** What the renderer needs to find the words when a notice is sent. */
export interface ReviewNoticePayload extends JsonObject {
  /** The event that it is about. */
  sequence: number;
  /** Why this person is told. */
  as: ReviewAddressee;
}

/** One outbox row for each person and notice; nobody is told of what they did themselves. */
export function reviewRowsOf(
  state: ReviewState,
  events: readonly ReviewEvent[],
  incident: IncidentState,
): OutboxEntry[] {
  const first = state.version - events.length + 1;
  return events.flatMap((event, index) =>
    reviewNoticesOf(state, event, incident).flatMap(
      ({ kind, cause, as, people }) =>
        people
          .filter(
            ({ ref }) => event.actor.type !== 'user' || event.actor.ref !== ref,
          )
          .map((person): OutboxEntry => ({
            subjectKind: REVIEW,
            subjectId: state.incidentId,
            cause: `${first + index}:${cause}`,
            kind,
            channel: NOTIFICATIONS_CHANNEL,
            recipient: person,
            payload: {
              sequence: first + index,
              as,
            } satisfies ReviewNoticePayload,
          })),
    ),
  );
}
