import { updateDueAfter } from '../cadence';
import { mayNotWait } from '../conditions';
import { happened, type Facts } from '../decision';
import type { DecidedEvent } from '../events';
import { isMoreCritical, priorityOf, type PriorityFacts } from '../priority';
import type { IncidentState } from '../state';
import { isLive, type Instant, type Priority, type Risk } from '../vocabulary';

/** A person's judgement of how bad it is, and what follows from it. */
export function reassessed(
  state: IncidentState,
  assessment: PriorityFacts & { risks: Risk[] },
  facts: Facts,
  reason?: string,
): DecidedEvent[] {
  const { impact, urgency, risks, override } = assessment;
  const to = priorityOf(assessment);
  const due = updateDueAt(state, to, facts);
  const endsHold = state.hold && mayNotWait({ ...state, priority: to });
  return [
    happened(
      facts,
      'prioritised',
      {
        impact,
        urgency,
        risks,
        ...(override && { override }),
        from: state.priority,
        to,
        because: 'person',
        ...(due && { nextUpdateAt: due }),
      },
      { reason },
    ),
    ...(endsHold ? [happened(facts, 'resumed', { because: 'priority' })] : []),
  ];
}

/**
 * A raised priority brings the next update forward, or asks for one where none was
 * due while somebody works on it; a lowered one leaves it.
 */
function updateDueAt(
  { nextUpdateAt, priority, status }: IncidentState,
  to: Priority,
  facts: Facts,
): Instant | undefined {
  const isWorkedOn = isLive(status) && status !== 'triage';
  if (!isMoreCritical(to, priority) || !(nextUpdateAt || isWorkedOn)) {
    return nextUpdateAt;
  }
  const due = updateDueAfter(facts, to, 'first');
  return due && (!nextUpdateAt || due < nextUpdateAt) ? due : nextUpdateAt;
}
