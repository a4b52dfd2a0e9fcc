import type { DismissReason } from '../incidents/vocabulary';
import type { IncidentFacts, IncidentRecord } from './record';
import { shareOf, type Share } from './shares';

/** How much of what came in was no incident of its own. @public */
export interface FalseAlarms extends Share {
  dismissed: number;
  merged: number;
}

/**
 * What was dismissed or merged, of all that came to an end. It is left out of
 * durations and counts, so this is where its cost shows.
 * Source: Rootly's and incident.io's declined, cancelled and merged.
 * @public
 */
export function falseAlarms(
  incidents: readonly Pick<IncidentFacts, 'outcome'>[],
): FalseAlarms {
  const over = incidents.filter(({ outcome }) => outcome !== 'live');
  const dismissed = over.filter(({ outcome }) => outcome === 'dismissed');
  const merged = over.filter(({ outcome }) => outcome === 'merged');
  return {
    n: dismissed.length + merged.length,
    of: over.length,
    dismissed: dismissed.length,
    merged: merged.length,
  };
}

/** Why what was dismissed was no incident: how many for each reason that was given. @public */
export function dismissals(
  incidents: readonly IncidentRecord[],
): Partial<Record<DismissReason, number>> {
  const counts: Partial<Record<DismissReason, number>> = {};
  for (const { course } of incidents) {
    if (course.dismissedAs) {
      counts[course.dismissedAs] = (counts[course.dismissedAs] ?? 0) + 1;
    }
  }
  return counts;
}

/** What healed before anybody took it, of all that came to an end. @public */
export function recoveredByThemselves(
  incidents: readonly Pick<IncidentFacts, 'outcome'>[],
): Share {
  return shareOf(
    incidents.filter(({ outcome }) => outcome !== 'live'),
    ({ outcome }) => outcome === 'recovered',
  );
}

/** What was reopened at least once, of all that was ever resolved. @public */
export function reopened(
  incidents: readonly Pick<IncidentFacts, 'outcome' | 'reopened'>[],
): Share {
  return shareOf(
    incidents.filter(
      incident =>
        incident.outcome === 'resolved' ||
        incident.outcome === 'recovered' ||
        incident.reopened > 0,
    ),
    incident => incident.reopened > 0,
  );
}

/**
 * What came back after it had been closed: an incident of its own that says which
 * one it repeats, of all incidents.
 * @public
 */
export function recurrences(
  incidents: readonly Pick<IncidentFacts, 'recurrenceOf'>[],
): Share {
  return shareOf(incidents, ({ recurrenceOf }) => recurrenceOf !== undefined);
}
