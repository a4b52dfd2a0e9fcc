import type { Instant } from '../incidents/vocabulary';
import { timeToResolve, type Duration } from './durations';
import type { IncidentFacts } from './record';
import { shareOf, type Share } from './shares';

/** A deployment that happened, whatever became of it. @public */
export interface Deployment {
  id: string;
  at: Instant;
}

/**
 * From noticing to the last resolve, of incidents that a deployment caused;
 * inapplicable to all others, also where only a configuration change is linked.
 * Censored while it is live.
 * Source: DORA, "failed deployment recovery time" (until 2023: time to restore).
 * @public
 */
export function failedDeploymentRecoveryTime(
  facts: IncidentFacts,
  now: Instant,
): Duration {
  return facts.causedBy?.kind === 'deployment'
    ? timeToResolve(facts, 'response', now)
    : { kind: 'inapplicable' };
}

/** Deployments that caused an incident, of all deployments. @public */
export interface ChangeFailRate extends Share {
  /** How many incidents have a cause linked, of all: what the rate cannot see. */
  linked: Share;
}

/**
 * Deployments with at least one incident that they caused, of these deployments:
 * two incidents of one deployment are one failure, and what was dismissed or merged
 * is none. What caused an incident and is not among the deployments does not count.
 * Source: DORA, "change fail rate"; GitLab counted incidents by deployments and had
 * to correct it (issue 444295).
 * @public
 */
export function changeFailRate(
  deployments: readonly Deployment[],
  incidents: readonly IncidentFacts[],
): ChangeFailRate {
  const counted = incidents.filter(isIncident);
  const failed = failedDeployments(deployments, counted);
  return {
    n: new Set(failed.map(({ id }) => id)).size,
    of: new Set(deployments.map(({ id }) => id)).size,
    linked: changeCaused(counted),
  };
}

/** Those of the deployments that caused an incident, as the change fail rate counts them. @public */
export function failedDeployments(
  deployments: readonly Deployment[],
  incidents: readonly IncidentFacts[],
): Deployment[] {
  const causes = new Set(
    incidents
      .filter(isIncident)
      .flatMap(({ causedBy }) =>
        causedBy?.kind === 'deployment' ? [causedBy.id] : [],
      ),
  );
  return deployments.filter(({ id }) => causes.has(id));
}

function isIncident({ outcome }: IncidentFacts): boolean {
  return outcome !== 'dismissed' && outcome !== 'merged';
}

/** What a change of whatever kind caused, as far as anybody linked it, of all incidents. @public */
export function changeCaused(
  incidents: readonly Pick<IncidentFacts, 'causedBy'>[],
): Share {
  return shareOf(incidents, ({ causedBy }) => causedBy !== undefined);
}
