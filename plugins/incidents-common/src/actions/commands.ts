import type { IncidentReference } from '../incidents/events';
import type { CommandPermission } from '../incidents/commands';
import type { EntitySnapshot, PersonSnapshot } from '../incidents/state';
import type { Instant, Priority } from '../incidents/vocabulary';
import type {
  ActionCommandType,
  CreateAction,
  UserActionCommand,
} from '../schemas/actions';
import type { ActionClock, ActionOwnership } from './events';
import {
  answererOf,
  type AccountableSnapshot,
  type ActionItemState,
} from './state';
import type { ActionTicket } from './tickets';
import {
  ACTION_STATUSES,
  OPEN_ACTION_STATUSES,
  type ActionStatus,
} from './vocabulary';

/** Asks for something to be done, because of incidents. @public */
export interface ProposeAction {
  type: 'propose';
  id: string;
  number: number;
  request: Pick<
    CreateAction,
    'title' | 'description' | 'type' | 'dueOn' | 'factor' | 'quote'
  >;
  priority: Priority;
  place: ActionPlace & { entityGone?: true };
  responsible?: PersonSnapshot;
  accountable: AccountableSnapshot;
  origins: IncidentReference[];
}

/** What an action item is done to, and who owns that. @public */
export interface ActionPlace extends ActionOwnership {
  /** Missing where the catalog has none. */
  entity?: EntitySnapshot;
}

/** What the product itself does to an action item. @public */
export type SystemActionCommand =
  | { type: 'fire-clock'; clock: ActionClock; dueAt: Instant }
  /** An incident was declared that it was to prevent. */
  | { type: 'note-recurrence'; incident: IncidentReference }
  /** The catalog says something else about its entity or its people than it does. */
  | {
      type: 'follow-catalog';
      place: ActionPlace;
      /** Refs of those that it names and the catalog has no more. */
      gone: readonly string[];
    }
  | { type: 'ticket-made'; ticket: ActionTicket }
  /** Its ticket has come to stand otherwise. */
  | { type: 'follow-ticket'; key: string; is: 'open' | 'closed' };

/** A change of an action item that exists. @public */
export type ActionCommand = UserActionCommand | SystemActionCommand;

/** What the server, the client, the API description and the tests read alike. @public */
export interface ActionCommandRule {
  /** On any of its incidents; answering for it does as well. */
  permission: CommandPermission;
  /** The statuses in which it means something. */
  from: readonly ActionStatus[];
  /** Whether whoever does it may as well. */
  responsible?: true;
}

const OPEN = OPEN_ACTION_STATUSES;
const UNVERIFIED: readonly ActionStatus[] = [...OPEN, 'done'];

/** Every command of a person: who may, and when. @public */
export const ACTION_COMMANDS: Record<ActionCommandType, ActionCommandRule> = {
  accept: { permission: 'respond', from: ['proposed'] },
  start: { permission: 'respond', from: ['accepted'], responsible: true },
  finish: {
    permission: 'respond',
    from: ['accepted', 'in-progress'],
    responsible: true,
  },
  verify: { permission: 'respond', from: ['done'] },
  reopen: { permission: 'respond', from: ['done', 'verified', 'wont-do'] },
  'wont-do': { permission: 'manage', from: OPEN },
  assign: { permission: 'respond', from: OPEN, responsible: true },
  'make-accountable': { permission: 'respond', from: OPEN },
  edit: { permission: 'respond', from: UNVERIFIED },
  'move-to-entity': { permission: 'respond', from: OPEN },
  'move-due': { permission: 'respond', from: OPEN },
  'link-incident': { permission: 'respond', from: ACTION_STATUSES },
  'unlink-incident': { permission: 'respond', from: ACTION_STATUSES },
  'add-note': {
    permission: 'participate',
    from: ACTION_STATUSES,
    responsible: true,
  },
  nudge: { permission: 'respond', from: OPEN },
  'link-ticket': {
    permission: 'respond',
    from: ACTION_STATUSES,
    responsible: true,
  },
  'make-ticket': { permission: 'respond', from: OPEN },
  'unlink-ticket': { permission: 'respond', from: ACTION_STATUSES },
};

/** A command that changes the status. @public */
export type ActionTransition = Extract<
  ActionCommandType,
  'accept' | 'start' | 'finish' | 'verify' | 'reopen' | 'wont-do'
>;

/** The statuses reachable from each, and the command that leads there. @public */
export const ACTION_TRANSITIONS: Record<
  ActionStatus,
  Partial<Record<ActionStatus, ActionTransition>>
> = {
  proposed: { accepted: 'accept', 'wont-do': 'wont-do' },
  accepted: { 'in-progress': 'start', done: 'finish', 'wont-do': 'wont-do' },
  'in-progress': { done: 'finish', 'wont-do': 'wont-do' },
  done: { verified: 'verify', accepted: 'reopen' },
  verified: { accepted: 'reopen' },
  'wont-do': { accepted: 'reopen' },
};

/** Somebody who looks at an action item, and what they may on any of its incidents. @public */
export interface ActionOnlooker {
  /** Missing for what is no person. */
  ref?: string;
  /** The person and the groups that they are in. */
  ownershipRefs: readonly string[];
  permissions: readonly CommandPermission[];
}

/**
 * Whether somebody may send a command, whatever the status. What one has done
 * oneself somebody else verifies.
 * @public
 */
export function mayCommand(
  type: ActionCommandType,
  state: ActionItemState,
  who: ActionOnlooker,
): boolean {
  const does = who.ref !== undefined && state.responsible?.ref === who.ref;
  if (type === 'verify' && does) {
    return false;
  }
  const rule = ACTION_COMMANDS[type];
  const answering = answererOf(state);
  const answers =
    answering !== undefined && who.ownershipRefs.includes(answering.ref);
  return (
    who.permissions.includes(rule.permission) ||
    answers ||
    (rule.responsible === true && does)
  );
}

/** Whether a command means anything to this person now. @public */
export function isActionCommandOffered(
  type: ActionCommandType,
  state: ActionItemState,
  who: ActionOnlooker,
): boolean {
  return (
    ACTION_COMMANDS[type].from.includes(state.status) &&
    mayCommand(type, state, who) &&
    (MEANINGFUL[type]?.(state) ?? true)
  );
}

const MEANINGFUL: Partial<
  Record<ActionCommandType, (state: ActionItemState) => boolean>
> = {
  'unlink-incident': state => state.origins.length > 1,
  nudge: state => (state.responsible ?? answererOf(state)) !== undefined,
  'link-ticket': ({ ticket }) => !ticket,
  'make-ticket': ({ ticket }) => !ticket,
  'unlink-ticket': ({ ticket }) => ticket !== undefined,
};
