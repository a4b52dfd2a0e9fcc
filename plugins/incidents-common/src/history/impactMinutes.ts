import type { AffectedLevel, Instant } from '../incidents/vocabulary';
import {
  watchedUntil,
  type IncidentFacts,
  type IncidentRecord,
} from './record';
import { ALL_THAT_CAME_IN, select, type Selection } from './selection';
import { sumOf, unionOf, upTo, within, type Period } from './spans';

/** Which impact counts as impact of a system; shown beside the figure. @public */
export interface ImpactRule {
  selection: Selection;
  /** How sure one must be that a part was affected. */
  levels: readonly AffectedLevel[];
}

/**
 * The impact windows of P1 and P2 on its parts. What healed by itself counts:
 * customers were affected all the same. What was only suspected does not.
 * Source: PagerDuty and Atlassian call these two major; Statuspage's uptime counts
 * the union of outages of a component's parts.
 * @public
 */
export const SYSTEM_IMPACT: ImpactRule = {
  selection: {
    ...ALL_THAT_CAME_IN,
    outcomes: ['live', 'resolved', 'recovered'],
    priorities: ['P1', 'P2'],
  },
  levels: ['root', 'confirmed', 'recovered'],
};

/** For how long, and by what, customers of a system were affected. @public */
export interface SystemImpact {
  /** When at least one part was affected: in order, without overlaps. */
  windows: Period[];
  /** Their sum: two incidents at the same time count once. */
  milliseconds: number;
  /** Those whose impact lies in the period. */
  incidentIds: string[];
  /** How many of these have a begin that is a guess; they count all the same. */
  estimated: number;
  rule: ImpactRule;
}

/**
 * The impact on a system in a period: the union of the windows of the incidents on
 * its parts. What goes on counts up to `now`.
 *
 * @param partRefs - The entities that the system consists of, itself among them.
 * @public
 */
export function impactOnSystem(
  incidents: readonly IncidentRecord[],
  partRefs: readonly string[],
  period: Period,
  now: Instant,
  rule: ImpactRule = SYSTEM_IMPACT,
): SystemImpact {
  const impacts = select(incidents, rule.selection)
    .counted.map(incident => ({
      incident,
      windows: within(
        period,
        impactOnEntities(incident, partRefs, rule.levels, now),
      ),
    }))
    .filter(({ windows }) => windows.length > 0);
  const windows = unionOf(impacts.flatMap(impact => impact.windows));
  return {
    windows,
    milliseconds: sumOf(windows),
    incidentIds: impacts.map(({ incident }) => incident.id),
    estimated: impacts.filter(({ incident }) =>
      incident.estimated.includes('impactStartedAt'),
    ).length,
    rule,
  };
}

/**
 * When an incident affected at least one of these entities: its impact windows, for
 * what has recovered up to then. An entity that recovered and was affected again
 * counts as affected throughout.
 * @public
 */
export function impactOnEntities(
  facts: IncidentFacts,
  entityRefs: readonly string[],
  levels: readonly AffectedLevel[],
  now: Instant,
): Period[] {
  const windows = upTo(watchedUntil(facts, now), facts.impactWindows);
  return unionOf(
    facts.entities
      .filter(
        ({ ref, level }) => entityRefs.includes(ref) && levels.includes(level),
      )
      .flatMap(({ level, since }) =>
        level === 'recovered' ? upTo(since, windows) : windows,
      ),
  );
}
