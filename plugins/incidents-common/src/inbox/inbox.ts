import { acknowledgeDueAt } from '../incidents/clocks';
import type { IncidentPolicy } from '../incidents/policy';
import type { IncidentState } from '../incidents/state';
import type { Instant } from '../incidents/vocabulary';
import type { Incident, InboxItem } from '../schemas/answers';

/** An incident that is passed on this often is likely to have no right owner. */
const PASSED_ON_OFTEN = 2;

/** Whether an incident waits for somebody to say what it is. @public */
export function needsDecision(
  incident: Pick<Incident, 'status' | 'recoveredAt'>,
): boolean {
  return incident.status === 'triage' && !incident.recoveredAt;
}

/** The next thing that falls due, as a row of the inbox shows it. @public */
export function inboxClockOf(
  incident: Pick<Incident, 'onHold' | 'acknowledgeDueAt' | 'nextUpdateAt'>,
): InboxItem['clock'] {
  if (incident.onHold) {
    return { kind: 'resume', dueAt: incident.onHold.resumeBy };
  }
  if (incident.acknowledgeDueAt) {
    return { kind: 'acknowledge', dueAt: incident.acknowledgeDueAt };
  }
  return incident.nextUpdateAt
    ? { kind: 'update', dueAt: incident.nextUpdateAt }
    : null;
}

/** The one mark that a row carries. @public */
export function inboxMarkOf(
  incident: Pick<Incident, 'recoveredAt' | 'passes' | 'status' | 'leadRef'>,
): InboxItem['mark'] {
  if (incident.recoveredAt) {
    return 'recovered';
  }
  if (incident.passes >= PASSED_ON_OFTEN) {
    return 'passed-on-twice';
  }
  return incident.status === 'triage' && !incident.leadRef ? 'new' : null;
}

/** When the next thing falls due, if anything does. @public */
export function nextDueAt(
  state: IncidentState,
  policy: IncidentPolicy,
): Instant | undefined {
  return inboxClockOf({
    onHold: state.hold ?? null,
    acknowledgeDueAt: acknowledgeDueAt(state, policy) ?? null,
    nextUpdateAt: state.nextUpdateAt ?? null,
  })?.dueAt;
}
