import { after, type IncidentPolicy } from './policy';
import { isMajor } from './priority';
import type { IncidentState } from './state';
import type { Instant } from './vocabulary';

/** Everything about an incident that can fall due. @public */
export type IncidentClock =
  | 'acknowledge-warning'
  | 'acknowledge'
  | 'update-warning'
  | 'update'
  | 'resume'
  | 'watch'
  | 'close'
  | 'recovered'
  | 'undo';

/** A clock and when it falls due. @public */
export interface RunningClock {
  kind: IncidentClock;
  dueAt: Instant;
}

/**
 * The clocks that run on an incident as it stands. What a command starts and
 * stops is the difference between the clocks before and after it.
 * @public
 */
export function clocksOf(
  state: IncidentState,
  policy: IncidentPolicy,
): RunningClock[] {
  if (state.mode === 'backfill') {
    return [];
  }
  return [
    ...acknowledgeClocks(state, policy),
    ...updateClocks(state, policy),
    ...(state.hold ? [clock('resume', state.hold.resumeBy)] : []),
    ...(state.status === 'monitoring' && !state.resolveProposedAt
      ? [clock('watch', after(state.statusSince, policy.watchFor))]
      : []),
    ...(state.status === 'resolved' && !isMajor(state.priority)
      ? [clock('close', after(state.statusSince, policy.closeAfter))]
      : []),
    ...(state.status === 'triage' && state.recoveredAt
      ? [clock('recovered', after(state.recoveredAt, policy.recoveredFor))]
      : []),
    ...(state.undoUntil && state.statusBefore
      ? [clock('undo', state.undoUntil)]
      : []),
  ];
}

/** When the owner who has it now must have taken it, if there is such a time. @public */
export function acknowledgeDueAt(
  state: Pick<
    IncidentState,
    'mode' | 'status' | 'priority' | 'waitingSince' | 'recoveredAt'
  >,
  policy: IncidentPolicy,
): Instant | undefined {
  const within = policy.acknowledgeWithin[state.priority];
  return state.status === 'triage' &&
    state.mode !== 'backfill' &&
    within !== undefined &&
    !state.recoveredAt
    ? after(state.waitingSince, within)
    : undefined;
}

function acknowledgeClocks(
  state: IncidentState,
  policy: IncidentPolicy,
): RunningClock[] {
  const due = acknowledgeDueAt(state, policy);
  const within = policy.acknowledgeWithin[state.priority];
  if (!due || within === undefined) {
    return [];
  }
  const warning = after(
    state.waitingSince,
    Math.round(within * policy.acknowledgeWarningShare),
  );
  return [
    ...(state.fired['acknowledge-warning'] === warning
      ? []
      : [clock('acknowledge-warning', warning)]),
    ...(state.fired.acknowledge === due ? [] : [clock('acknowledge', due)]),
  ];
}

function updateClocks(
  state: IncidentState,
  policy: IncidentPolicy,
): RunningClock[] {
  const due = state.nextUpdateAt;
  if (!due) {
    return [];
  }
  const warning = after(due, -policy.updateWarning);
  return [
    ...(state.fired['update-warning'] === warning
      ? []
      : [clock('update-warning', warning)]),
    ...(state.fired.update === due ? [] : [clock('update', due)]),
  ];
}

function clock(kind: IncidentClock, dueAt: Instant): RunningClock {
  return { kind, dueAt };
}
