import type { AffectedLevel, Instant } from '../incidents/vocabulary';
import { AFFECTED, impactOn } from './affected';
import type { IncidentRecord } from './record';
import { ALL_THAT_CAME_IN, select, type Selection } from './selection';
import { sumOf, unionOf, within, type Period } from './spans';

/** Which impact counts; shown beside the figure. @public */
export interface ImpactRule {
  selection: Selection;
  /** How sure one must be that an entity was affected. */
  levels: readonly AffectedLevel[];
}

/**
 * The impact of whatever priority. What healed by itself counts: customers were
 * affected all the same.
 * @public
 */
export const ANY_IMPACT: ImpactRule = {
  selection: {
    ...ALL_THAT_CAME_IN,
    outcomes: ['live', 'resolved', 'recovered'],
  },
  levels: AFFECTED,
};

/**
 * What counts for a system: the impact of P1 and P2 on its parts.
 * Source: PagerDuty and Atlassian call these two major.
 * @public
 */
export const SYSTEM_IMPACT: ImpactRule = {
  ...ANY_IMPACT,
  selection: { ...ANY_IMPACT.selection, priorities: ['P1', 'P2'] },
};

/** For how long, and by what, customers of some entities were affected. @public */
export interface JointImpact {
  /** When at least one of them was affected: in order, without overlaps. */
  windows: Period[];
  /** The sum of the windows: two incidents at the same time count once. */
  milliseconds: number;
  /** Those whose impact lies in the period. */
  incidentIds: string[];
  /** When each of these did so. */
  windowsById: ReadonlyMap<string, readonly Period[]>;
  /** How many of these have a begin that is a guess; they count all the same. */
  estimated: number;
  rule: ImpactRule;
}

/**
 * The impact on an entity, or on all parts of a system, in a period: the union of
 * the windows of the incidents on them. What goes on counts up to `now`.
 *
 * @param entityRefs - The entity; or the parts of a system, itself among them.
 * @public
 */
export function jointImpact(
  incidents: readonly IncidentRecord[],
  entityRefs: ReadonlySet<string>,
  period: Period,
  now: Instant,
  rule: ImpactRule,
): JointImpact {
  const { counted } = select(incidents, rule.selection);
  const impacts = counted
    .map(incident => ({
      incident,
      windows: within(period, impactOn(incident, entityRefs, now, rule.levels)),
    }))
    .filter(({ windows }) => windows.length > 0);
  const windows = unionOf(impacts.flatMap(impact => impact.windows));
  return {
    windows,
    milliseconds: sumOf(windows),
    incidentIds: impacts.map(({ incident }) => incident.id),
    windowsById: new Map(
      impacts.map(impact => [impact.incident.id, impact.windows]),
    ),
    estimated: impacts.filter(({ incident }) =>
      incident.estimated.includes('impactStartedAt'),
    ).length,
    rule,
  };
}
