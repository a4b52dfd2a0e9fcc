import type { IncidentPolicy } from '../incidents/policy';
import type { Instant } from '../incidents/vocabulary';
import type { Insights } from '../schemas/answers/insights';
import { AFFECTED } from './affected';
import {
  declaredToResolved,
  timeToAcknowledge,
  timeToResolve,
} from './durations';
import { heldBy } from './heldBy';
import { ANY_IMPACT, jointImpact } from './jointImpact';
import { accountableFor, AT_THE_TIME } from './ownership';
import { statisticsOf } from './percentiles';
import { phasesOf, type Phases } from './phases';
import { acknowledgedInTime, updatesOnTime } from './promises';
import type { IncidentRecord } from './record';
import { select, type Selection } from './selection';
import type { Period } from './spans';

/** What insights are made of. @public */
export interface InsightsOptions {
  /** Declared in the period. */
  incidents: readonly IncidentRecord[];
  /** How many of the period have no record yet. */
  unrecorded?: number;
  period: Period;
  now: Instant;
  /** Of the days, an IANA name. */
  zone: string;
  /** What is counted. */
  selection: Selection;
  policy: Pick<IncidentPolicy, 'acknowledgeWithin'>;
}

type Named<T, K extends keyof T, V> = Omit<T, K> & Record<K, V>;

/** A group and what it had to do with incidents, by ref; null while nobody answered for them. @public */
export type TeamInsight = Named<
  Insights['teams'][number],
  'owner',
  string | null
>;

/** An entity and what happened to it, by ref. @public */
export type ServiceInsight = Named<
  Insights['services'][number],
  'entity',
  string
>;

/** What can be said across teams and services from their incidents alone, with refs in place of names. @public */
export type IncidentInsights = Pick<
  Insights,
  'period' | 'zone' | 'counted' | 'leftOut' | 'phases' | 'promises'
> & { teams: TeamInsight[]; services: ServiceInsight[] };

/**
 * Where the time of all teams goes, and which services are in trouble. Teams are in
 * the order of how long they held incidents, services in that of their impact. What
 * a team's responses were like is said of what it is accountable for; how long it had
 * them, of whatever came to it.
 * @public
 */
export function insightsOf(options: InsightsOptions): IncidentInsights {
  const { incidents, unrecorded = 0, period, now, zone, selection } = options;
  const { counted, leftOut } = select(incidents, selection);
  return {
    period,
    zone,
    counted: counted.length,
    leftOut: { ...leftOut, ...(unrecorded > 0 && { unrecorded }) },
    phases: sumOfPhases(counted, now),
    promises: promisesOf(counted, options),
    teams: teamsOf(counted, options),
    services: servicesOf(counted, options),
  };
}

function teamsOf(
  counted: readonly IncidentRecord[],
  options: InsightsOptions,
): TeamInsight[] {
  const { now } = options;
  const accountable = groupedBy(counted, incident => [
    accountableFor(incident, AT_THE_TIME) ?? null,
  ]);
  const held = new Map<string | null, Held>();
  for (const incident of counted) {
    for (const { ownerRef, milliseconds, times } of heldBy(incident, now)) {
      const before = held.get(ownerRef) ?? NOTHING;
      held.set(ownerRef, {
        incidents: before.incidents + 1,
        heldMs: before.heldMs + milliseconds,
        times: before.times + times,
        handedOn: before.handedOn + handedOnBy(incident, ownerRef),
      });
    }
  }
  return [...new Set([...held.keys(), ...accountable.keys()])]
    .map(owner => {
      const own = accountable.get(owner) ?? [];
      return {
        owner,
        ...(held.get(owner) ?? NOTHING),
        phases: sumOfPhases(own, now),
        acknowledge: statisticsOf(own.map(i => timeToAcknowledge(i, now))),
        resolve: statisticsOf(own.map(i => timeToResolve(i, 'customer', now))),
        declaredToResolved: statisticsOf(
          own.map(i => declaredToResolved(i, now)),
        ),
        promises: promisesOf(own, options),
      };
    })
    .sort((a, b) => b.heldMs - a.heldMs);
}

type Held = Pick<TeamInsight, 'incidents' | 'heldMs' | 'times' | 'handedOn'>;

const NOTHING: Held = { incidents: 0, heldMs: 0, times: 0, handedOn: 0 };

/** How often another got it after this one. */
function handedOnBy(
  { course }: IncidentRecord,
  ownerRef: string | null,
): number {
  return course.owners
    .slice(0, -1)
    .filter(holder => holder.ownerRef === ownerRef).length;
}

function servicesOf(
  counted: readonly IncidentRecord[],
  { incidents, period, now, selection }: InsightsOptions,
): ServiceInsight[] {
  const affected = groupedBy(incidents, affectedRefs);
  const own = groupedBy(counted, affectedRefs);
  const rule = {
    ...ANY_IMPACT,
    selection: { ...selection, outcomes: ANY_IMPACT.selection.outcomes },
  };
  return [...own]
    .map(([entity, ofEntity]) => ({
      entity,
      incidents: ofEntity.length,
      impactMs: jointImpact(
        affected.get(entity) ?? [],
        new Set([entity]),
        period,
        now,
        rule,
      ).milliseconds,
      resolve: statisticsOf(
        ofEntity.map(i => timeToResolve(i, 'customer', now)),
      ),
    }))
    .sort((a, b) => b.impactMs - a.impactMs || b.incidents - a.incidents);
}

function affectedRefs({ entities }: IncidentRecord): string[] {
  return entities
    .filter(({ level }) => AFFECTED.includes(level))
    .map(({ ref }) => ref);
}

function sumOfPhases(
  incidents: readonly IncidentRecord[],
  now: Instant,
): Phases {
  const sum: Phases = {
    waiting: 0,
    investigating: 0,
    fixing: 0,
    monitoring: 0,
  };
  for (const incident of incidents) {
    const phases = phasesOf(incident, now);
    sum.waiting += phases.waiting;
    sum.investigating += phases.investigating;
    sum.fixing += phases.fixing;
    sum.monitoring += phases.monitoring;
  }
  return sum;
}

function promisesOf(
  incidents: readonly IncidentRecord[],
  { policy, now }: InsightsOptions,
): Insights['promises'] {
  const courses = incidents.map(({ course }) => course);
  return {
    updates: updatesOnTime(courses, now),
    acknowledged: acknowledgedInTime(courses, policy, now),
  };
}

/** In the order in which the keys come up. */
function groupedBy<T, K>(
  items: readonly T[],
  keysOf: (item: T) => readonly K[],
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key) ?? [];
      group.push(item);
      groups.set(key, group);
    }
  }
  return groups;
}
