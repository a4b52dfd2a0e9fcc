import type { Actor } from './events';
import type { EntitySnapshot, Origin, PersonSnapshot } from './state';
import type {
  DismissReason,
  HoldReason,
  Impact,
  Instant,
  Priority,
  Status,
  Urgency,
} from './vocabulary';

/** What another system says of one of its incidents at one moment. @public */
export interface PastMoment {
  at: Instant;
  /** Who changed it to this. */
  actor: Actor;
  /** A merge names another incident, which nothing there is a match for. */
  status: Exclude<Status, 'merged'>;
  /** What it waited for, on top of the status. */
  hold?: HoldReason;
  dismissedAs?: DismissReason;
  impact: Impact;
  urgency: Urgency;
  priority: Priority;
  entity?: EntitySnapshot;
  owner?: EntitySnapshot;
  lead?: PersonSnapshot;
  /** What else the system says then, in words. */
  note?: string;
}

/** An incident of another system, as an import takes it over. @public */
export interface Past {
  origin: Origin;
  title: string;
  description?: string;
  reporter?: PersonSnapshot;
  declaredAt: Instant;
  /** The declaration where it is missing. */
  detectedAt?: Instant;
  /** Missing where nobody said when it began: then the begin is a guess. */
  impactStartedAt?: Instant;
  /**
   * When all was well at last, as the system keeps it beside its log; null where it
   * keeps such a time and has none. Where it keeps none at all, the log says it.
   */
  resolvedAt?: Instant | null;
  /**
   * What was so, oldest first, at least one. What was so at the declaration is the
   * last one up to then, else the first of all; those before it leave notes alone.
   */
  moments: readonly PastMoment[];
}
