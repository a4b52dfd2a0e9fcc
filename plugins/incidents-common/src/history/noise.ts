import type { IncidentFacts, Outcome } from './record';

/** That an alert fired, once unless it says how often. @public */
export interface Firing {
  /** The alert, whatever names it. */
  alert: string;
  /** The incident that it opened or joined; null where it made none. */
  incidentId: string | null;
  times?: number;
}

/** How often an alert fired, and what came of it. @public */
export interface Noise {
  alert: string;
  fired: number;
  /**
   * Of the times that it fired, how many ended how: `resolved` was acted upon,
   * `recorded` made no incident that is known here.
   */
  became: Record<Outcome | 'recorded', number>;
}

/**
 * What became of alerts, those that fired most often first. An alert that mostly
 * recovers or is dismissed asks for attention that nothing came of.
 * Source: Google, "Site Reliability Engineering", chapter 6: every page should be
 * actionable.
 * @public
 */
export function noisiest(
  firings: readonly Firing[],
  incidents: readonly Pick<IncidentFacts, 'id' | 'outcome'>[],
): Noise[] {
  const outcomes = new Map(incidents.map(({ id, outcome }) => [id, outcome]));
  const noises = new Map<string, Noise>();
  for (const { alert, incidentId, times = 1 } of firings) {
    const noise = noises.get(alert) ?? silent(alert);
    noise.fired += times;
    noise.became[outcomes.get(incidentId ?? '') ?? 'recorded'] += times;
    noises.set(alert, noise);
  }
  return [...noises.values()].sort(
    (a, b) => b.fired - a.fired || (a.alert < b.alert ? -1 : 1),
  );
}

function silent(alert: string): Noise {
  return {
    alert,
    fired: 0,
    became: {
      live: 0,
      resolved: 0,
      recovered: 0,
      dismissed: 0,
      merged: 0,
      recorded: 0,
    },
  };
}
