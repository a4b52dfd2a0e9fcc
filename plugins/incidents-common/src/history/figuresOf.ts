import type { IncidentPolicy } from '../incidents/policy';
import { isMajor } from '../incidents/priority';
import type { Instant } from '../incidents/vocabulary';
import type { HistoryFigures } from '../schemas/answers/history';
import { affects } from './affected';
import { countIn, daysOf, itemsIn, timeIn } from './calendar';
import {
  changeCaused,
  changeFailRate,
  failedDeploymentRecoveryTime,
  failedDeployments,
  type Deployment,
} from './changes';
import {
  declaredToResolved,
  timeToAcknowledge,
  timeToDeclare,
  timeToDetect,
  timeToMitigate,
  timeToResolve,
} from './durations';
import {
  ANY_IMPACT,
  jointImpact,
  SYSTEM_IMPACT,
  type JointImpact,
} from './jointImpact';
import {
  falseAlarms,
  recoveredByThemselves,
  recurrences,
  reopened,
} from './outcomes';
import { ownerChanges, type OwnerChange } from './ownership';
import { statisticsOf } from './percentiles';
import { phasesOf } from './phases';
import { acknowledgedInTime, updatesOnTime } from './promises';
import type { IncidentRecord } from './record';
import { ALL_THAT_CAME_IN, select, type Selection } from './selection';
import type { Share } from './shares';
import type { Period } from './spans';
import { trendBetween } from './trends';

/** An incident with what it is called. @public */
export interface TitledRecord extends IncidentRecord {
  /** `INC-12` */
  number: string;
  title: string;
}

/** With fewer, figures say more about chance than about a service. @public */
export const FIGURES_NEED = 10;

/** What figures are made of. @public */
export interface FiguresOptions {
  /** Declared in the period or in the one before, which is as long; others are passed over. */
  incidents: readonly TitledRecord[];
  /** How many of the period have no record yet. */
  unrecorded?: number;
  period: Period;
  now: Instant;
  /** Of the days, an IANA name. */
  zone: string;
  /** What is counted. */
  selection: Selection;
  /**
   * The entity, or all parts of a system, itself among them. Where it is left out, as
   * of what a group is accountable for, whatever an incident affects counts.
   */
  entityRefs?: ReadonlySet<string>;
  /** Which impact counts: of whatever priority, or of P1 and P2 alone. */
  impact: HistoryFigures['impact']['rule'];
  policy: Pick<IncidentPolicy, 'acknowledgeWithin'>;
  /** Those of the period, where any are known of. */
  deployments?: readonly Deployment[];
  /** Of the action items that fell due in the period, those that were done by then. */
  actionsOnTime: Share;
}

/** The figures of a history, with refs in place of names. @public */
export type Figures = Omit<HistoryFigures, 'shortened' | 'owners'> & {
  owners: OwnerChange[];
};

/**
 * All figures of a history. An incident belongs to the period in which it was
 * declared; its impact counts where it lies, so that what was declared in the period
 * before counts as far as it reaches into this one.
 *
 * @returns undefined where fewer than `FIGURES_NEED` are counted
 * @public
 */
export function figuresOf(options: FiguresOptions): Figures | undefined {
  const { period, now, zone, selection, policy, entityRefs } = options;
  const incidents = options.incidents
    .filter(incident => !entityRefs || affects(incident, entityRefs))
    .sort((a, b) => (a.stamps.declaredAt < b.stamps.declaredAt ? -1 : 1));
  const inPeriod = declaredIn(period, incidents);
  const { counted, leftOut } = select(inPeriod, selection);
  if (counted.length < FIGURES_NEED) {
    return undefined;
  }
  const cameIn = select(inPeriod, {
    ...selection,
    outcomes: ALL_THAT_CAME_IN.outcomes,
  }).counted;
  const before = select(
    incidents.filter(({ stamps }) => stamps.declaredAt < period.from),
    selection,
  ).counted;
  const resolve = resolveStatistics(counted, now);
  const impact = impactOf(incidents, options);
  const courses = counted.map(({ course }) => course);
  const suspected =
    declaredIn(period, options.incidents).length - inPeriod.length;
  const { unrecorded = 0 } = options;
  return {
    period,
    zone,
    counted: counted.length,
    leftOut: {
      ...leftOut,
      ...(suspected > 0 && { suspected }),
      ...(unrecorded > 0 && { unrecorded }),
    },
    days: daysWith(counted, incidents, impact, options),
    dots: counted.flatMap(incident => dotOf(incident, now)),
    durations: {
      detect: statisticsOf(counted.map(timeToDetect)),
      declare: statisticsOf(counted.map(timeToDeclare)),
      acknowledge: statisticsOf(counted.map(i => timeToAcknowledge(i, now))),
      mitigate: statisticsOf(
        counted.map(i => timeToMitigate(i, 'customer', now)),
      ),
      resolve,
      declaredToResolved: statisticsOf(
        counted.map(i => declaredToResolved(i, now)),
      ),
    },
    trend: trendBetween(resolveStatistics(before, now), resolve),
    impact: {
      ms: impact.milliseconds,
      incidents: impact.incidentIds.length,
      estimated: impact.estimated,
      rule: options.impact,
    },
    outcomes: {
      falseAlarms: falseAlarms(cameIn),
      recovered: recoveredByThemselves(cameIn),
      reopened: reopened(cameIn),
      recurrences: recurrences(counted),
    },
    promises: {
      updates: updatesOnTime(courses, now),
      acknowledged: acknowledgedInTime(courses, policy, now),
      actions: options.actionsOnTime,
    },
    changes: changesOf(counted, options.deployments, now),
    owners:
      entityRefs?.size === 1 ? ownerChanges(inPeriod, [...entityRefs][0]) : [],
  };
}

function declaredIn<T extends IncidentRecord>(
  { from, to }: Period,
  incidents: readonly T[],
): T[] {
  return incidents.filter(
    ({ stamps }) => from <= stamps.declaredAt && stamps.declaredAt < to,
  );
}

function resolveStatistics(incidents: readonly IncidentRecord[], now: Instant) {
  return statisticsOf(incidents.map(i => timeToResolve(i, 'customer', now)));
}

/** Of the modes and priorities that are counted, as far as the rule counts them. */
function impactOf(
  incidents: readonly TitledRecord[],
  options: FiguresOptions,
): JointImpact {
  const { period, now, selection } = options;
  const entityRefs =
    options.entityRefs ??
    new Set(incidents.flatMap(({ entities }) => entities.map(e => e.ref)));
  const rule = options.impact === 'any' ? ANY_IMPACT : SYSTEM_IMPACT;
  const priorities = rule.selection.priorities.filter(priority =>
    selection.priorities.includes(priority),
  );
  return jointImpact(incidents, entityRefs, period, now, {
    ...rule,
    selection: { ...rule.selection, modes: selection.modes, priorities },
  });
}

function daysWith(
  counted: readonly TitledRecord[],
  incidents: readonly TitledRecord[],
  { windows, windowsById }: JointImpact,
  { period, zone, deployments = [] }: FiguresOptions,
): HistoryFigures['days'] {
  const days = daysOf(period, zone);
  const begun = countIn(
    days,
    counted.map(({ stamps }) => stamps.declaredAt),
  );
  const majors = countIn(
    days,
    counted
      .filter(({ priority }) => isMajor(priority))
      .map(({ stamps }) => stamps.declaredAt),
  );
  const impacts = timeIn(days, windows);
  const deployed = countIn(days, deployments.map(tookEffect));
  const failed = countIn(
    days,
    failedDeployments(deployments, counted).map(tookEffect),
  );
  const begins = new Map(
    counted.map(({ id, stamps: { declaredAt } }) => [
      id,
      [{ from: declaredAt, to: declaredAt }],
    ]),
  );
  const there = itemsIn(days, incidents, ({ id }) => [
    ...(begins.get(id) ?? []),
    ...(windowsById.get(id) ?? []),
  ]);
  return days
    .map((day, index) => ({
      ...day,
      incidents: begun[index],
      impactMs: impacts[index],
      numbers: there[index].map(({ number }) => number),
      major: majors[index] > 0,
      deployments: { n: deployed[index], failed: failed[index] },
    }))
    .filter(
      day =>
        day.incidents > 0 || day.impactMs > 0 || day.deployments.failed > 0,
    );
}

function tookEffect({ at }: Deployment): Instant {
  return at;
}

function dotOf(incident: TitledRecord, now: Instant): HistoryFigures['dots'] {
  const duration = timeToResolve(incident, 'customer', now);
  return 'milliseconds' in duration
    ? [
        {
          number: incident.number,
          title: incident.title,
          priority: incident.priority,
          declaredAt: incident.stamps.declaredAt,
          kind: duration.kind,
          ms: duration.milliseconds,
          phases: phasesOf(incident, now),
          causedByChange: incident.causedBy !== undefined,
          reopened: incident.reopened > 0,
        },
      ]
    : [];
}

function changesOf(
  counted: readonly IncidentRecord[],
  deployments: readonly Deployment[] = [],
  now: Instant,
): HistoryFigures['changes'] {
  const causedBy = (kind: 'deployment' | 'configuration') =>
    counted.filter(incident => incident.causedBy?.kind === kind).length;
  return {
    caused: changeCaused(counted),
    byKind: {
      deployment: causedBy('deployment'),
      configuration: causedBy('configuration'),
    },
    failRate:
      deployments.length > 0 ? changeFailRate(deployments, counted) : null,
    recovery: statisticsOf(
      counted.map(incident => failedDeploymentRecoveryTime(incident, now)),
    ),
  };
}
