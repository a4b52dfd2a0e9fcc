import type { IncidentPolicy } from '../incidents/policy';
import { isMajor } from '../incidents/priority';
import type { Instant } from '../incidents/vocabulary';
import type { EntityFacts } from '../schemas/answers/facts';
import { affects } from './affected';
import { timeToResolve } from './durations';
import { ANY_IMPACT, jointImpact } from './jointImpact';
import { reopened } from './outcomes';
import { statisticsOf } from './percentiles';
import { acknowledgedInTime, updatesOnTime } from './promises';
import type { IncidentRecord } from './record';
import { INCIDENTS, select } from './selection';
import type { Period } from './spans';

/** What the facts of an entity are made of. @public */
export interface EntityFactsOptions {
  entityRef: string;
  /** Declared in the period. */
  incidents: readonly IncidentRecord[];
  period: Period;
  now: Instant;
  policy: Pick<IncidentPolicy, 'acknowledgeWithin'>;
}

/**
 * How a period was for an entity, however little happened: whoever reads this has
 * thresholds of their own.
 * @public
 */
export function entityFactsOf({
  entityRef,
  incidents,
  period,
  now,
  policy,
}: EntityFactsOptions): EntityFacts['last90Days'] {
  const refs = new Set([entityRef]);
  const affecting = incidents.filter(incident => affects(incident, refs));
  const { counted } = select(affecting, INCIDENTS);
  const courses = counted.map(({ course }) => course);
  const begun = counted.map(({ stamps }) => stamps.declaredAt).sort();
  return {
    incidents: counted.length,
    major: counted.filter(({ priority }) => isMajor(priority)).length,
    impactMs: jointImpact(affecting, refs, period, now, {
      ...ANY_IMPACT,
      selection: { ...ANY_IMPACT.selection, modes: INCIDENTS.modes },
    }).milliseconds,
    lastAt: begun[begun.length - 1] ?? null,
    resolve: statisticsOf(
      counted.map(incident => timeToResolve(incident, 'customer', now)),
    ),
    reopened: reopened(counted),
    updatesOnTime: updatesOnTime(courses, now),
    acknowledgedInTime: acknowledgedInTime(courses, policy, now),
  };
}
