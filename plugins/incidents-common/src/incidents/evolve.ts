import type { DecidedEvent, EventType } from './events';
import { EVOLVERS, type Evolver } from './evolvers';
import { asksPeople } from './notices';
import { opened } from './opened';
import type { IncidentState } from './state';

export { opened } from './opened';

/** What happened to an incident. @public */
export interface IncidentChange {
  /** Missing where it is new. */
  before?: IncidentState;
  after: IncidentState;
  events: readonly DecidedEvent[];
}

/**
 * The incident after one more fact.
 * @public
 */
export function evolve<Type extends EventType>(
  state: IncidentState,
  event: DecidedEvent<Type>,
): IncidentState {
  const after = (EVOLVERS[event.type] as Evolver<Type>)(state, event);
  return after.stamps.notifiedAt || !asksPeople(after)
    ? after
    : { ...after, stamps: { ...after.stamps, notifiedAt: event.at } };
}

/**
 * The incident that its whole timeline tells of.
 * @throws Error where the first event is not the declaration.
 * @public
 */
export function replay(
  incidentId: string,
  events: readonly DecidedEvent[],
): IncidentState {
  const [first, ...rest] = events;
  if (first?.type !== 'declared') {
    throw new Error(`The timeline of ${incidentId} has no beginning`);
  }
  return rest.reduce<IncidentState>(evolve, opened(incidentId, first));
}
