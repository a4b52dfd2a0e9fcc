import type { RoutingStep, UnroutedReason } from '../routing/routing';
import type {
  AffectedLevel,
  HoldReason,
  Impact,
  Instant,
  Mode,
  Priority,
  Risk,
  Status,
  Urgency,
  Visibility,
} from './vocabulary';

/** A catalog entity as it was when it was written down. @public */
export interface EntitySnapshot {
  ref: string;
  uid?: string;
  title: string;
  /** Its owner at that time. */
  ownerRef?: string;
}

/** A person as they were when they were written down. @public */
export interface PersonSnapshot {
  ref: string;
  name: string;
}

/** An affected entity and how sure we are. @public */
export interface AffectedEntity {
  entity: EntitySnapshot;
  level: AffectedLevel;
  since: Instant;
}

/** A time in which customers were affected; open while `to` is missing. @public */
export interface ImpactWindow {
  from: Instant;
  to?: Instant;
}

/** Which group answered for the incident, and from when. @public */
export interface Holder {
  owner: EntitySnapshot;
  since: Instant;
}

/** The times at which something first became true. Missing means it never did. @public */
export interface Stamps {
  impactStartedAt?: Instant;
  detectedAt?: Instant;
  reportedAt?: Instant;
  declaredAt: Instant;
  notifiedAt?: Instant;
  acknowledgedAt?: Instant;
  mitigatedAt?: Instant;
  resolvedAt?: Instant;
  closedAt?: Instant;
}

/**
 * What deciding about an incident needs to know, and no more: bounded, without
 * alerts, followers or note texts. Rebuilt from the events by `evolve`.
 * @public
 */
export interface IncidentState {
  id: string;
  number: number;
  title: string;
  mode: Mode;
  visibility: Visibility;
  /** How it came in. */
  source: 'report' | 'declaration' | 'alert';
  reporter?: PersonSnapshot;

  status: Status;
  statusSince: Instant;
  /** The status before a dismissal or a merge, for undo. */
  statusBefore?: Status;
  undoUntil?: Instant;
  mergedInto?: { id: string; number: number };
  hold?: { reason: HoldReason; since: Instant; resumeBy: Instant };

  impact: Impact;
  urgency: Urgency;
  risks: Risk[];
  override?: Priority;
  priority: Priority;

  entity?: EntitySnapshot;
  affected: AffectedEntity[];
  owner?: EntitySnapshot;
  ownerSince: Instant;
  unrouted?: UnroutedReason;
  /** Why the owner is the owner, one step after the other. */
  routing: RoutingStep[];
  /** Who was told, by name; at most the configured number of people. */
  told: PersonSnapshot[];
  /** The latest holders, oldest first, at most `HOLDERS_MAX`. */
  holders: Holder[];
  passes: number;
  lead?: PersonSnapshot;

  stamps: Stamps;
  /** The impact start is a guess: nobody has said when it began. */
  impactEstimated: boolean;
  impactWindows: ImpactWindow[];
  reopened: number;
  recurrenceOf?: { id: string; number: number };

  updates: number;
  nextUpdateAt?: Instant;
  /** The due time whose warning or breach has been written down already. */
  fired: Partial<Record<FiredClock, Instant>>;
  /** All its alerts ended, and nobody has done anything since. */
  recoveredAt?: Instant;
  resolveProposedAt?: Instant;
}

/** Clocks that write a fact once and leave the incident as it is. @public */
export type FiredClock =
  'acknowledge-warning' | 'acknowledge' | 'update-warning' | 'update' | 'watch';

export const HOLDERS_MAX = 50;
export const IMPACT_WINDOWS_MAX = 100;

/**
 * How long customers were affected up to `now`, in milliseconds: the sum of the
 * impact windows, so that gaps between a resolve and a reopening do not count.
 * @public
 */
export function impactMilliseconds(
  windows: readonly ImpactWindow[],
  now: Instant,
): number {
  return windows.reduce(
    (sum, window) =>
      sum + Math.max(0, Date.parse(window.to ?? now) - Date.parse(window.from)),
    0,
  );
}
