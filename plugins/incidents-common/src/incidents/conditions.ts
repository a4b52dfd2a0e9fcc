import { impactRuns } from './impact';
import { after, type IncidentPolicy } from './policy';
import { isMajor } from './priority';
import type { IncidentState } from './state';
import type { Instant } from './vocabulary';

/** A major incident is not put on hold while customers are affected. */
export function mayNotWait(
  state: Pick<IncidentState, 'priority' | 'impactWindows'>,
): boolean {
  return isMajor(state.priority) && impactRuns(state.impactWindows);
}

/**
 * Until when its reporter may reopen a resolved incident: counted from when they
 * could know that it was, not from the time that was given for it.
 */
export function reporterMayReopenUntil(
  state: Pick<IncidentState, 'statusSince'>,
  policy: Pick<IncidentPolicy, 'reopenFor'>,
): Instant {
  return after(state.statusSince, policy.reopenFor);
}
