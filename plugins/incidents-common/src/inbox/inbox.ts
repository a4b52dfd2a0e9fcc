import { PRIORITIES } from '../incidents/vocabulary';
import type { Incident, InboxItem } from '../schemas/api';

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
  incident: Pick<
    Incident,
    'onHold' | 'acknowledgeDueAt' | 'nextUpdateAt' | 'status'
  >,
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

/**
 * Most urgent first: priority, then how many risks, then what falls due next, then
 * age.
 * @public
 */
export function inboxOrder(a: Incident, b: Incident): number {
  return (
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
    b.risks.length - a.risks.length ||
    byInstant(inboxClockOf(a)?.dueAt, inboxClockOf(b)?.dueAt) ||
    byInstant(a.declaredAt, b.declaredAt)
  );
}

function byInstant(a: string | undefined, b: string | undefined): number {
  if (a === b) {
    return 0;
  }
  if (!a || !b) {
    return a ? -1 : 1;
  }
  return a < b ? -1 : 1;
}
