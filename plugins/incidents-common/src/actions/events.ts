import type { Day } from './vocabulary';
import type { Actor, IncidentReference } from '../incidents/events';
import type { EntitySnapshot, PersonSnapshot } from '../incidents/state';
import type { Instant, Priority } from '../incidents/vocabulary';
import type { UnroutedReason } from '../routing/routing';
import type { AccountableSnapshot } from './state';
import type { ActionTicket } from './tickets';
import type { ActionType } from './vocabulary';

/** What falls due of an action item. @public */
export type ActionClock = 'due-soon' | 'overdue';

/** What the words on an action item say beside the title. @public */
export interface ActionSubject {
  title: string;
  type: ActionType;
  priority: Priority;
  factor?: string;
}

/** Who owns an action item, or why nobody does, and who is told of it. @public */
export interface ActionOwnership {
  owner?: EntitySnapshot;
  unrouted?: UnroutedReason;
  /** The people of the owner; where there is none, of the group above it or of the last resort. */
  told: PersonSnapshot[];
}

/**
 * What can happen to an action item, by type. Free text lies apart in
 * `ActionEventTexts`.
 * @public
 */
export interface ActionEventData {
  proposed: ActionSubject &
    Omit<ActionOwnership, 'told'> & {
      number: number;
      entity?: EntitySnapshot;
      entityGone?: true;
      responsible?: PersonSnapshot;
      accountable: AccountableSnapshot;
      dueOn: Day;
      origins: IncidentReference[];
    };
  accepted: {};
  started: {};
  finished: {};
  verified: {};
  reopened: {};
  'given-up': {};
  assigned: { from?: PersonSnapshot; to?: PersonSnapshot };
  'made-accountable': { from?: AccountableSnapshot; to: AccountableSnapshot };
  edited: { from: ActionSubject; to: ActionSubject };
  'moved-to-entity': { from?: EntitySnapshot; to: EntitySnapshot };
  'owner-changed': ActionOwnership & { from?: EntitySnapshot };
  'entity-gone': { entity: EntitySnapshot };
  'entity-back': { entity: EntitySnapshot };
  'responsible-gone': { person: PersonSnapshot };
  'accountable-gone': { accountable: AccountableSnapshot };
  'due-moved': { from: Day; to: Day };
  'incident-linked': { incident: IncidentReference };
  'incident-unlinked': { incident: IncidentReference };
  'ticket-asked-for': { ticket: ActionTicket };
  'ticket-linked': { ticket: ActionTicket };
  'ticket-unlinked': { ticket: ActionTicket };
  /** A like incident came while it was open; `dueOn` is when it was due then. */
  recurred: { incident: IncidentReference; dueOn: Day };
  'note-added': {};
  nudged: {};
  'clock-fired': { clock: ActionClock; dueOn: Day };
}

export type ActionEventType = keyof ActionEventData;

/** The free texts of an event, by the name of the field they were typed into. @public */
export type ActionEventTexts = Partial<
  Record<'description' | 'quote' | 'note' | 'how' | 'reason' | 'text', string>
>;

/** A fact as `decideAction` states it: what happened, by whom and when. @public */
export type DecidedActionEvent<Type extends ActionEventType = ActionEventType> =
  {
    [T in Type]: {
      type: T;
      actor: Actor;
      at: Instant;
      data: ActionEventData[T];
      texts?: ActionEventTexts;
    };
  }[Type];

/** One fact of the past of an action item. Never edited. @public */
export type ActionEvent<Type extends ActionEventType = ActionEventType> =
  DecidedActionEvent<Type> & {
    /** From 1, without gaps. */
    sequence: number;
  };

/**
 * The version under which the shapes of events are written today. Raise it with
 * a change of shape, and teach reading the old one.
 */
export const ACTION_EVENT_VERSION = 1;
