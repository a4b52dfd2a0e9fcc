import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import {
  actionNoticesOf,
  type ActionItemState,
  type ActionRole,
  type DecidedActionEvent,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { JsonObject } from '@backstage/types';
import { NOTIFICATIONS_CHANNEL, type OutboxEntry } from '../delivery';

/** The kind under which action items are known to clocks and outbox. */
export const ACTION = 'action';

/** What the renderer needs to find the words when a notice is sent. */
export interface ActionNoticePayload extends JsonObject {
  /** The event that it is about. */
  sequence: number;
  /** What the one who is told is to the action. */
  because: ActionRole;
}

/** What happened to an action item. */
export interface ToldAction {
  after: ActionItemState;
  events: readonly DecidedActionEvent[];
  /** The number of the first event. */
  firstSequence: number;
}

/** The groups whose people have to hear of it. */
export function groupsToldOf({ after, events }: ToldAction): string[] {
  return events
    .flatMap(event => actionNoticesOf(after, event))
    .flatMap(({ audience }) => audience.map(({ ref }) => ref))
    .filter(isGroup);
}

/** A row for each person and notice. Nobody is told of what they did themselves. */
export function outboxRowsOf(
  { after, events, firstSequence }: ToldAction,
  peopleOf: ReadonlyMap<string, readonly PersonSnapshot[]>,
): OutboxEntry[] {
  return events.flatMap((event, index) => {
    const sequence = firstSequence + index;
    return actionNoticesOf(after, event).flatMap(
      ({ kind, cause, because, audience }) =>
        audience
          .flatMap(told =>
            isGroup(told.ref) ? (peopleOf.get(told.ref) ?? []) : [told],
          )
          .filter(
            ({ ref }) => event.actor.type !== 'user' || event.actor.ref !== ref,
          )
          .map((recipient): OutboxEntry => ({
            subjectKind: ACTION,
            subjectId: after.id,
            cause: `${sequence}:${cause}`,
            kind,
            channel: NOTIFICATIONS_CHANNEL,
            recipient,
            payload: { sequence, because } satisfies ActionNoticePayload,
          })),
    );
  });
}

function isGroup(ref: string): boolean {
  return ref.startsWith('group:');
}
