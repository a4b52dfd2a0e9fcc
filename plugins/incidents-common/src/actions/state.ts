import type { Day } from './vocabulary';
import type { IncidentReference } from '../incidents/events';
import type { EntitySnapshot, PersonSnapshot } from '../incidents/state';
import type { Instant, Priority } from '../incidents/vocabulary';
import type { UnroutedReason } from '../routing/routing';
import type { ActionTicket } from './tickets';
import type { ActionStatus, ActionType } from './vocabulary';

/** A person or a group that answers for a deadline, as it was when it was written down. @public */
export type AccountableSnapshot = PersonSnapshot;

/** Who answers for the deadline: whoever was named, else the group that owns it. @public */
export function answererOf({
  accountable,
  owner,
}: Pick<ActionItemState, 'accountable' | 'owner'>):
  { ref: string } | undefined {
  return accountable ?? owner;
}

/**
 * What deciding about an action item needs to know, and no more: bounded, without
 * texts. Rebuilt from its events by `evolveAction`.
 * @public
 */
export interface ActionItemState {
  id: string;
  number: number;
  title: string;
  type: ActionType;
  priority: Priority;
  status: ActionStatus;
  statusSince: Instant;
  /** When it was done, or given up; that it was verified later changes nothing. */
  closedAt?: Instant;

  /** What it is done to; as it was last, where the catalog has it no more. */
  entity?: EntitySnapshot;
  entityGone?: true;
  /** The group that owns the entity now, as far as there is one. */
  owner?: EntitySnapshot;
  unrouted?: UnroutedReason;

  /** Who does it; without one it needs an owner. */
  responsible?: PersonSnapshot;
  /** Who answers for the deadline; without one the owner does. */
  accountable?: AccountableSnapshot;
  dueOn: Day;
  /** When the day was set: what lies before that is no news. */
  dueSince: Instant;
  dueSoonToldAt?: Instant;
  overdueToldAt?: Instant;

  /** The factor that it does something about. */
  factor?: string;
  ticket?: ActionTicket;
  /** The incidents that brought it about, at most `ORIGINS_MAX`. */
  origins: IncidentReference[];
  proposedBy: PersonSnapshot;
  proposedAt: Instant;
  /** Who decided that it will not be done. */
  givenUpBy?: PersonSnapshot;
}
