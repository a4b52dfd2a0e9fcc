import type { DecidedEvent } from './events';
import { priorityOf } from './priority';
import type { IncidentState } from './state';
import { isLive, type Instant, type Status } from './vocabulary';

/**
 * The incident that a `declared` event opens.
 * @public
 */
export function opened(
  incidentId: string,
  event: DecidedEvent<'declared'>,
): IncidentState {
  const { data, at } = event;
  const facts = {
    impact: data.impact,
    urgency: data.urgency,
    risks: data.risks,
  };
  return {
    id: incidentId,
    number: data.number,
    title: data.title,
    mode: data.mode,
    visibility: data.visibility,
    source: data.source,
    ...(data.origin && { origin: data.origin }),
    ...(data.reporter && { reporter: data.reporter }),
    ...entering(data.status, at),
    ...facts,
    priority: priorityOf(facts),
    affected: [],
    ownerSince: at,
    waitingSince: at,
    routing: [],
    told: [],
    holders: [],
    passes: 0,
    stamps: {
      impactStartedAt: data.impactStartedAt,
      detectedAt: data.detectedAt,
      ...(data.reportedAt && { reportedAt: data.reportedAt }),
      declaredAt: at,
    },
    impactEstimated: data.impactEstimated,
    impactWindows: [
      isLive(data.status)
        ? { from: data.impactStartedAt }
        : { from: data.impactStartedAt, to: at },
    ],
    reopened: 0,
    ...(data.recurrenceOf && { recurrenceOf: data.recurrenceOf }),
    updates: 0,
    fired: {},
  };
}

/** A status from this instant on; in triage it waits for somebody to take it. */
export function entering(status: Status, at: Instant) {
  return {
    status,
    statusSince: at,
    ...(status === 'triage' && { waitingSince: at }),
  };
}
