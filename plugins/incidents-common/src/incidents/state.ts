import type { RoutingStep, UnroutedReason } from '../routing/routing';
import type { ImpactWindow } from './impact';
import type {
  AffectedLevel,
  ChangeKind,
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

/** A change event as it was when somebody linked it: it outlives what is kept of changes. @public */
export interface ChangeSnapshot {
  id: string;
  kind: ChangeKind;
  /** What was changed, as the catalog called it. */
  entity: { ref: string; title: string };
  title: string;
  version?: string;
  /** When it had taken effect. */
  at: Instant;
}

/** An affected entity and how sure we are. @public */
export interface AffectedEntity {
  entity: EntitySnapshot;
  level: AffectedLevel;
  since: Instant;
}

/** Which group answered for the incident, and from when. @public */
export interface Holder {
  owner: EntitySnapshot;
  since: Instant;
}

/** The incident of another system that this one was imported from. @public */
export interface Origin {
  /** What the mapping calls the system. */
  system: string;
  /** The incident's id there. */
  id: string;
}

/** That an incident waits for something, and until when. @public */
export interface Hold {
  reason: HoldReason;
  /** Since when it is on hold, however often the end was put off. */
  since: Instant;
  resumeBy: Instant;
}

/** What stands still while an incident is dismissed or merged. @public */
export interface Suspended {
  hold?: Hold;
  nextUpdateAt?: Instant;
  impactRan: boolean;
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
  source: 'report' | 'declaration' | 'alert' | 'import';
  origin?: Origin;
  reporter?: PersonSnapshot;

  status: Status;
  statusSince: Instant;
  /** The status before a dismissal or a merge, for undo. */
  statusBefore?: Status;
  undoUntil?: Instant;
  /** What a dismissal or a merge has stopped, for undo. */
  suspended?: Suspended;
  mergedInto?: { id: string; number: number };
  hold?: Hold;

  impact: Impact;
  urgency: Urgency;
  risks: Risk[];
  override?: Priority;
  priority: Priority;
  /** The workaround is known to help, and how urgent it was before that. */
  workaround?: { confirmedAt: Instant; urgencyBefore: Urgency };
  /** A person has judged impact and urgency; alerts leave them alone from then on. */
  judged?: true;

  entity?: EntitySnapshot;
  affected: AffectedEntity[];
  owner?: EntitySnapshot;
  ownerSince: Instant;
  /** Since when it has been for the present owner to take it; the acknowledge clocks count from here. */
  waitingSince: Instant;
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
  /** The change that caused it, as far as anybody has said so. */
  causedBy?: ChangeSnapshot;

  updates: number;
  nextUpdateAt?: Instant;
  /** The due time whose warning or breach has been written down already. */
  fired: Partial<Record<FiredClock, Instant>>;
  /**
   * When all its alerts had ended, while none of them fires again and nobody takes
   * it or passes it on. Stays on what was resolved because of it.
   */
  recoveredAt?: Instant;
  resolveProposedAt?: Instant;
}

/** Clocks that write a fact once and leave the incident as it is. @public */
export type FiredClock =
  'acknowledge-warning' | 'acknowledge' | 'update-warning' | 'update' | 'watch';

export const HOLDERS_MAX = 50;
