import type { IncidentState } from '../incidents/state';
import { isLive, type Instant } from '../incidents/vocabulary';
import { isLike, type Likeness } from './isLike';

/** An open action that was to prevent an incident. @public */
export interface PreventingOrigin {
  actionId: string;
  proposedAt: Instant;
  origin: Likeness;
}

/** What it takes for one incident to be like another one, as far as changing it can change that. */
type Compared = Pick<IncidentState, 'title' | 'entity' | 'recurrenceOf'>;

/**
 * Whether an incident may be like an earlier one and was not looked at for that: it
 * is new, or says something else than before of what it is like. Drills, tests and
 * what was imported are not looked at, nor what is over.
 * @public
 */
export function mayRecur({
  before,
  after,
}: {
  before?: Compared;
  after: Compared & Pick<IncidentState, 'mode' | 'status'>;
}): boolean {
  return (
    after.mode === 'real' &&
    isLive(after.status) &&
    (!before ||
      before.title !== after.title ||
      before.entity?.ref !== after.entity?.ref ||
      before.recurrenceOf?.id !== after.recurrenceOf?.id)
  );
}

/**
 * The actions that were open when an incident was declared and that were to prevent
 * one like it, each once. What came of the incident itself was not to prevent it.
 * @public
 */
export function recurredWhileOpen(
  incident: Likeness & { declaredAt: Instant },
  preventing: readonly PreventingOrigin[],
): string[] {
  const own = new Set(
    preventing
      .filter(({ origin }) => origin.id === incident.id)
      .map(({ actionId }) => actionId),
  );
  const recurred = preventing.filter(
    ({ actionId, proposedAt, origin }) =>
      !own.has(actionId) &&
      proposedAt <= incident.declaredAt &&
      isLike(incident, origin),
  );
  return [...new Set(recurred.map(({ actionId }) => actionId))];
}
