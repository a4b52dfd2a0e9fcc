import type { Routing } from '../routing/resolveOwner';
import type { Declare, UserCommand } from '../schemas/commands';
import type { UserCommandType } from '../schemas/commands';
import type { IncidentReference } from './events';
import type { EntitySnapshot, FiredClock, IncidentState } from './state';
import type { Past } from './past';
import type { Impact, Instant, Mode, Status, Urgency } from './vocabulary';
import { LIVE_STATUSES, STATUSES } from './vocabulary';

export type { UserCommand, UserCommandType } from '../schemas/commands';

/** Opens a new incident: from a report, a declaration or an alert. @public */
export interface OpenCommand {
  type: 'open';
  id: string;
  number: number;
  source: IncidentState['source'];
  /** An owner's own report needs no triage. */
  status: 'triage' | 'investigating';
  request: Pick<
    Declare,
    | 'title'
    | 'description'
    | 'risks'
    | 'workaround'
    | 'visibility'
    | 'impactStartedAt'
  > & { mode: Mode };
  impact: Impact;
  urgency: Urgency;
  routing: Routing;
  affected: EntitySnapshot[];
  recurrenceOf?: IncidentReference;
}

/**
 * Writes down an incident of another system, with its times and states. The
 * transition table does not refuse it: what was, was.
 * @public
 */
export interface ImportCommand {
  type: 'import';
  id: string;
  number: number;
  past: Past;
}

/** What the product itself does to an incident. @public */
export type SystemCommand =
  | { type: 'route'; routing: Routing }
  | { type: 'raise'; impact: Impact; urgency: Urgency }
  | { type: 'recover' }
  | { type: 'relapse' }
  | { type: 'fire-clock'; clock: FiredClock; dueAt: Instant }
  | { type: 'resume-due' }
  | { type: 'close-quiet' }
  | { type: 'resolve-recovered' }
  | { type: 'expire-undo' };

/** A change of an incident that exists. @public */
export type Command = UserCommand | SystemCommand;

/** Every change of an incident. @public */
export type AnyCommand = OpenCommand | ImportCommand | Command;

/** The permissions of the command table, by their short name. @public */
export type CommandPermission = 'participate' | 'respond' | 'manage';

/** What the server, the client, the API description and the tests read alike. @public */
export interface CommandRule {
  permission: CommandPermission;
  /** The statuses in which it means something. */
  from: readonly Status[];
  /** Whether `undo` takes it back for a while. */
  undoable?: true;
}

const ACTIVE: readonly Status[] = [...LIVE_STATUSES, 'resolved'];
/** What is often found out only when it is over. */
const RECORDED: readonly Status[] = [...ACTIVE, 'closed'];
const RESPONDING: readonly Status[] = ['investigating', 'fixing', 'monitoring'];

/** Every command of a person: who may, and when. @public */
export const COMMANDS: Record<UserCommandType, CommandRule> = {
  acknowledge: { permission: 'respond', from: LIVE_STATUSES },
  dismiss: { permission: 'respond', from: LIVE_STATUSES, undoable: true },
  'pass-on': { permission: 'respond', from: LIVE_STATUSES },
  'change-status': { permission: 'respond', from: RESPONDING },
  hold: { permission: 'respond', from: RESPONDING },
  resume: { permission: 'respond', from: LIVE_STATUSES },
  'post-update': { permission: 'respond', from: ACTIVE },
  'add-note': { permission: 'participate', from: STATUSES },
  resolve: { permission: 'respond', from: LIVE_STATUSES },
  reopen: { permission: 'participate', from: ['resolved'] },
  close: { permission: 'respond', from: ['resolved'] },
  merge: { permission: 'respond', from: LIVE_STATUSES, undoable: true },
  'move-out': { permission: 'respond', from: LIVE_STATUSES },
  undo: { permission: 'respond', from: ['dismissed', 'merged'] },
  follow: { permission: 'participate', from: STATUSES },
  unfollow: { permission: 'participate', from: STATUSES },
  'report-affected': { permission: 'participate', from: LIVE_STATUSES },
  prioritise: { permission: 'respond', from: ACTIVE },
  'confirm-workaround': { permission: 'respond', from: LIVE_STATUSES },
  'retract-workaround': { permission: 'respond', from: LIVE_STATUSES },
  'make-private': { permission: 'respond', from: ACTIVE },
  'make-public': { permission: 'respond', from: ACTIVE },
  'assign-entity': { permission: 'respond', from: ACTIVE },
  'mark-affected': { permission: 'respond', from: ACTIVE },
  'unmark-affected': { permission: 'respond', from: ACTIVE },
  'link-change': { permission: 'respond', from: RECORDED },
  'unlink-change': { permission: 'respond', from: RECORDED },
  rename: { permission: 'respond', from: ACTIVE },
  'correct-time': { permission: 'manage', from: RECORDED },
};

/** The statuses reachable from each, and the command that leads there. @public */
export const TRANSITIONS: Record<
  Status,
  Partial<Record<Status, AnyCommand['type']>>
> = {
  triage: {
    investigating: 'acknowledge',
    resolved: 'resolve',
    dismissed: 'dismiss',
    merged: 'merge',
  },
  investigating: {
    fixing: 'change-status',
    monitoring: 'change-status',
    resolved: 'resolve',
    dismissed: 'dismiss',
    merged: 'merge',
    triage: 'pass-on',
  },
  fixing: {
    investigating: 'change-status',
    monitoring: 'change-status',
    resolved: 'resolve',
    dismissed: 'dismiss',
    merged: 'merge',
    triage: 'pass-on',
  },
  monitoring: {
    investigating: 'change-status',
    fixing: 'change-status',
    resolved: 'resolve',
    dismissed: 'dismiss',
    merged: 'merge',
    triage: 'pass-on',
  },
  resolved: { closed: 'close', investigating: 'reopen', triage: 'reopen' },
  closed: {},
  dismissed: {
    triage: 'undo',
    investigating: 'undo',
    fixing: 'undo',
    monitoring: 'undo',
  },
  merged: {
    triage: 'undo',
    investigating: 'undo',
    fixing: 'undo',
    monitoring: 'undo',
  },
};

/** Whether the table knows a way from one status to the other. @public */
export function canBecome(from: Status, to: Status): boolean {
  return TRANSITIONS[from][to] !== undefined;
}
