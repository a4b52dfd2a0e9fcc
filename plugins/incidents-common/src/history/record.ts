import type { ImpactWindow } from '../incidents/impact';
import type { Stamps } from '../incidents/state';
import type {
  AffectedLevel,
  ChangeKind,
  DismissReason,
  Instant,
  Mode,
  Priority,
  Status,
} from '../incidents/vocabulary';
import type { Period } from './spans';

/**
 * What became of an incident. `recovered`: its alerts ended before anybody took it,
 * and do not fire again so far.
 * @public
 */
export type Outcome =
  'live' | 'resolved' | 'recovered' | 'dismissed' | 'merged';

/** An entity that an incident names. @public */
export interface NamedEntity {
  ref: string;
  /** Its owner when it was named, frozen. */
  ownerRef?: string;
  level: AffectedLevel;
  /** Since when it has this level. */
  since: Instant;
}

/** The change that caused an incident, as somebody linked it. @public */
export interface CausingChange {
  id: string;
  kind: ChangeKind;
}

/**
 * What service history has to know of an incident as it stands. `factsOf` makes it
 * from the state that is stored anyway; an import states it by itself.
 * @public
 */
export interface IncidentFacts {
  id: string;
  mode: Mode;
  outcome: Outcome;
  /** The one that it ended with, or has now. */
  priority: Priority;
  entities: NamedEntity[];
  /** The group that the incident is with, or was last. */
  ownerRef?: string;
  /** As they are now, corrections included; `acknowledgedAt` is a person's. */
  stamps: Stamps;
  /** The stamps that are guesses. */
  estimated: readonly (keyof Stamps)[];
  /** Oldest first, without overlaps. */
  impactWindows: readonly ImpactWindow[];
  /** How often it was reopened. */
  reopened: number;
  /** The closed incident that came back with this one. */
  recurrenceOf?: string;
  /** The incident that it is a part of, and is counted with. */
  parentId?: string;
  causedBy?: CausingChange;
  /** Where nothing is known of later times, as of a log that was imported; otherwise it is followed until now. */
  knownUntil?: Instant;
}

/** A promise of news: due, then kept, broken, or dropped since it was needed no more. @public */
export interface UpdatePromise {
  dueAt: Instant;
  postedAt?: Instant;
  /** When nobody waited for it any more: resolved, handed on, set anew. */
  droppedAt?: Instant;
}

/** A time in which an incident waited for somebody of its owner to take it. @public */
export interface Wait {
  since: Instant;
  until?: Instant;
  /** `answered`: a person took it, or said what it is. `lapsed`: passed on, or healed. */
  ended?: 'answered' | 'lapsed';
  /** When the clock ran out, as it was written down then. */
  breachedAt?: Instant;
}

/**
 * How an incident went: each list oldest first, each entry valid until the next
 * one. `recordOf` makes it from the timeline.
 * @public
 */
export interface IncidentCourse {
  statuses: readonly { status: Status; since: Instant }[];
  priorities: readonly { priority: Priority; since: Instant }[];
  /** The groups that held it; null while nobody answered for it. */
  owners: readonly { ownerRef: string | null; since: Instant }[];
  /** When it was on hold. */
  holds: readonly ImpactWindow[];
  updates: readonly UpdatePromise[];
  waits: readonly Wait[];
  dismissedAs?: DismissReason;
}

/** All that service history knows of an incident. @public */
export interface IncidentRecord extends IncidentFacts {
  course: IncidentCourse;
}

/** From the declaration to when it is known no more, at the latest `now`, how an incident went. */
export function watched(
  facts: Pick<IncidentFacts, 'knownUntil' | 'stamps'>,
  now: Instant,
): Period {
  return { from: facts.stamps.declaredAt, to: watchedUntil(facts, now) };
}

/** Until when it is known how an incident went. */
export function watchedUntil(
  { knownUntil }: Pick<IncidentFacts, 'knownUntil'>,
  now: Instant,
): Instant {
  return knownUntil && knownUntil < now ? knownUntil : now;
}
