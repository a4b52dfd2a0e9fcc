import { COMMANDS, type UserCommandType } from './commands';
import { mayNotWait, reporterMayReopenUntil } from './conditions';
import type { IncidentPolicy } from './policy';
import type { IncidentState } from './state';
import type { Instant } from './vocabulary';

/** What somebody is to an incident, and when they ask. @public */
export interface Onlooker {
  ref?: string;
  follows: boolean;
  isAffected: boolean;
  isReporter: boolean;
  mayRespond: boolean;
  now: Instant;
  /** How many alerts there are to be seen. */
  alerts: number;
  /** Whether people were told what they can do meanwhile. */
  hasWorkaround: boolean;
}

/**
 * Whether a command means anything to this person now: what would do nothing or
 * is refused whatever is typed is not offered. What is allowed at all is the
 * policy's to say.
 * @public
 */
export function isOffered(
  type: UserCommandType,
  state: IncidentState,
  who: Onlooker,
  policy: IncidentPolicy,
): boolean {
  return (
    COMMANDS[type].from.includes(state.status) &&
    (MEANINGFUL[type]?.(state, who, policy) ?? true)
  );
}

const MEANINGFUL: Partial<
  Record<
    UserCommandType,
    (state: IncidentState, who: Onlooker, policy: IncidentPolicy) => boolean
  >
> = {
  acknowledge: (state, who) =>
    who.ref !== undefined &&
    (state.status === 'triage' || state.lead?.ref !== who.ref),
  hold: state => !state.hold && !mayNotWait(state),
  resume: state => state.hold !== undefined,
  'move-out': (state, who) => who.alerts > (state.reporter ? 0 : 1),
  undo: (state, who) =>
    state.undoUntil !== undefined && state.undoUntil >= who.now,
  reopen: (state, who, policy) =>
    who.mayRespond ||
    (who.isReporter && who.now <= reporterMayReopenUntil(state, policy)),
  'confirm-workaround': (state, who) =>
    who.hasWorkaround && state.workaround === undefined,
  'retract-workaround': state => state.workaround !== undefined,
  'unlink-change': state => state.causedBy !== undefined,
  'make-private': (state, who) =>
    state.visibility === 'public' && who.alerts === 0,
  'make-public': state => state.visibility === 'private',
  follow: (_, who) => who.ref !== undefined && !who.follows,
  unfollow: (_, who) => who.follows,
  'report-affected': (_, who) => who.ref !== undefined && !who.isAffected,
  'unmark-affected': state =>
    state.affected.some(({ level }) => level !== 'root'),
};
