import type { Instant } from '../incidents/vocabulary';
import type { SentChange } from '../schemas/changes';
import type { ChangeEvent } from './changeEvent';

/** Clocks of senders may be ahead by so much, in milliseconds; what has not happened is no change. */
export const AHEAD_AT_MOST = 10 * 60_000;

/** How a change came in. @public */
export interface Reception {
  /** Given to it where it is new. */
  id: string;
  receivedAt: Instant;
  /** What the integration key is for that it came by. */
  keyFor?: string;
}

/** A change to be kept, or why it is none and which field says so. @public */
export type AcceptedChange =
  | { change: ChangeEvent; refusal?: undefined }
  | { change?: undefined; refusal: { field: string; message: string } };

/**
 * A change as it was told, with what it leaves open: the entity is that of the
 * integration key, and where no time is said it has just happened.
 * @public
 */
export function acceptChange(
  sent: SentChange,
  { id, receivedAt, keyFor }: Reception,
): AcceptedChange {
  const entityRef = sent.entityRef ?? entityOf(keyFor);
  if (!entityRef) {
    return refused(
      'entityRef',
      'is missing: say what was changed, or send it by an integration key of an entity',
    );
  }
  const latest = Date.parse(receivedAt) + AHEAD_AT_MOST;
  for (const field of ['finishedAt', 'startedAt'] as const) {
    const said = sent[field];
    if (said && Date.parse(said) > latest) {
      return refused(
        field,
        'lies ahead: tell of a change once it has happened',
      );
    }
  }
  const startedAt = sent.startedAt ?? sent.finishedAt ?? receivedAt;
  const { finishedAt } = sent;
  if (finishedAt && finishedAt < startedAt) {
    return refused('finishedAt', 'must not be before startedAt');
  }
  return { change: { ...sent, id, entityRef, startedAt } };
}

/** A key of a group names no entity. */
function entityOf(keyFor: string | undefined): string | undefined {
  return keyFor?.startsWith('group:') ? undefined : keyFor;
}

function refused(field: string, message: string): AcceptedChange {
  return { refusal: { field, message } };
}
