import type { RoutingStep, UnroutedReason } from '../routing/routing';
import type {
  ChangeSnapshot,
  EntitySnapshot,
  FiredClock,
  IncidentState,
  Origin,
  PersonSnapshot,
} from './state';
import type {
  AffectedLevel,
  CorrectableStamp,
  DismissReason,
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

/** Who did it: a person, or the product itself. @public */
export type Actor =
  | { type: 'user'; ref: string; name: string }
  | { type: 'system'; name: string };

/** Another incident that an event names. @public */
export interface IncidentReference {
  id: string;
  number: number;
}

/**
 * The facts that can stand on a timeline, by type, at their newest version.
 * Free text (a note, a reason, an update) lies apart in `EventTexts`, so that it
 * can be erased without touching the fact.
 * @public
 */
export interface EventData {
  declared: {
    number: number;
    title: string;
    source: IncidentState['source'];
    origin?: Origin;
    reporter?: PersonSnapshot;
    status: Status;
    mode: Mode;
    visibility: Visibility;
    impact: Impact;
    urgency: Urgency;
    risks: Risk[];
    detectedAt: Instant;
    reportedAt?: Instant;
    impactStartedAt: Instant;
    impactEstimated: boolean;
    recurrenceOf?: IncidentReference;
  };
  routed: {
    entity?: EntitySnapshot;
    owner?: EntitySnapshot;
    unrouted?: UnroutedReason;
    steps: RoutingStep[];
    told: PersonSnapshot[];
  };
  acknowledged: { lead: PersonSnapshot; nextUpdateAt?: Instant };
  'passed-on': { from?: EntitySnapshot; to: EntitySnapshot; times: number };
  'status-changed': { from: Status; to: Status };
  held: { reason: HoldReason; resumeBy: Instant };
  resumed: { because: 'person' | 'due' | 'reporter' | 'status' | 'priority' };
  'update-posted': { number: number; nextUpdateAt?: Instant };
  'note-added': {};
  /** `at`: since when all was well; missing where a log that was imported does not say. */
  resolved: {
    at?: Instant;
    because: 'person' | 'recovered';
    /** Who was named to write the review. */
    reviewOwner?: PersonSnapshot;
  };
  /** To triage where nobody led it, so that somebody is asked to take it. */
  reopened: { to: Status; nextUpdateAt?: Instant };
  closed: { because: 'person' | 'quiet' };
  dismissed: { reason: DismissReason; undoUntil: Instant };
  merged: { into: IncidentReference; undoUntil: Instant };
  absorbed: { from: IncidentReference };
  released: { from: IncidentReference };
  'alerts-moved-out': { to: IncidentReference; count: number };
  'alerts-moved-in': { from: IncidentReference; count: number };
  undone: {
    what: 'dismissed' | 'merged';
    to: Status;
    nextUpdateAt?: Instant;
  };
  'undo-expired': {};
  followed: { person: PersonSnapshot };
  unfollowed: { person: PersonSnapshot };
  'affected-reported': { person: PersonSnapshot };
  prioritised: {
    impact: Impact;
    urgency: Urgency;
    risks: Risk[];
    override?: Priority;
    from: Priority;
    to: Priority;
    because: 'person' | 'alert';
    nextUpdateAt?: Instant;
  };
  'workaround-confirmed': {};
  'workaround-retracted': {};
  'visibility-changed': { to: Visibility };
  'affected-changed': { entity: EntitySnapshot; level?: AffectedLevel };
  /** Somebody found that this change caused it. */
  'change-linked': { change: ChangeSnapshot };
  'change-unlinked': { change: ChangeSnapshot };
  renamed: { from: string; to: string };
  'time-corrected': {
    stamp: CorrectableStamp;
    from?: Instant;
    to: Instant;
  };
  'clock-fired': { clock: FiredClock; dueAt: Instant };
  recovered: {};
  relapsed: {};
}

export type EventType = keyof EventData;

/** The free texts of an event, by the name of the field they were typed into. @public */
export type EventTexts = Partial<
  Record<
    | 'description'
    | 'note'
    | 'reason'
    | 'impact'
    | 'action'
    | 'workaround'
    | 'symptom'
    | 'text',
    string
  >
>;

/**
 * The fact of an event that names another incident, which is not everybody's to know of.
 * @public
 */
export const REFERENCES: {
  readonly [Type in EventType]?: keyof EventData[Type];
} = {
  declared: 'recurrenceOf',
  merged: 'into',
  absorbed: 'from',
  released: 'from',
  'alerts-moved-out': 'to',
  'alerts-moved-in': 'from',
};

/**
 * The version under which each type is written today. Raise it with the change
 * of shape and teach `upcast` the old one.
 * @public
 */
export const EVENT_VERSIONS: Record<EventType, number> = {
  declared: 1,
  routed: 1,
  acknowledged: 1,
  'passed-on': 1,
  'status-changed': 1,
  held: 1,
  resumed: 1,
  'update-posted': 1,
  'note-added': 1,
  resolved: 1,
  reopened: 1,
  closed: 1,
  dismissed: 1,
  merged: 1,
  absorbed: 1,
  released: 1,
  'alerts-moved-out': 1,
  'alerts-moved-in': 1,
  undone: 1,
  'undo-expired': 1,
  followed: 1,
  unfollowed: 1,
  'affected-reported': 1,
  prioritised: 1,
  'workaround-confirmed': 1,
  'workaround-retracted': 1,
  'visibility-changed': 1,
  'affected-changed': 1,
  'change-linked': 1,
  'change-unlinked': 1,
  renamed: 1,
  'time-corrected': 1,
  'clock-fired': 1,
  recovered: 1,
  relapsed: 1,
};

/** A fact as `decide` states it: what happened, by whom and when. @public */
export type DecidedEvent<Type extends EventType = EventType> = {
  [T in Type]: {
    type: T;
    actor: Actor;
    /** When it happened. */
    at: Instant;
    data: EventData[T];
    texts?: EventTexts;
  };
}[Type];

/**
 * One fact on the timeline of one incident. Never edited: a correction is an
 * event of its own.
 * @public
 */
export type TimelineEvent<Type extends EventType = EventType> =
  DecidedEvent<Type> & {
    incidentId: string;
    /** Position on this incident's timeline, from 1, without gaps. */
    sequence: number;
    version: number;
    /** When it was written down. */
    recordedAt: Instant;
  };

/** An event as stored, whatever its age. @public */
export interface StoredEvent {
  type: string;
  version: number;
  actor: Actor;
  at: Instant;
  data: unknown;
}

/**
 * Whether this release can read an event; one that runs beside it may be newer.
 * @public
 */
export function isKnownEvent({
  type,
  version,
}: Pick<StoredEvent, 'type' | 'version'>): boolean {
  return (
    Object.hasOwn(EVENT_VERSIONS, type) &&
    version <= EVENT_VERSIONS[type as EventType]
  );
}

/**
 * Reads an event of any age in today's shape.
 * @throws Error for a type or a version that this release does not know, such as
 * one written by a newer release running beside it.
 * @public
 */
export function upcast(stored: StoredEvent): DecidedEvent {
  if (!isKnownEvent(stored)) {
    throw new Error(
      `Unknown event '${stored.type}' version ${stored.version}; it was written by a newer release`,
    );
  }
  return {
    type: stored.type,
    actor: stored.actor,
    at: stored.at,
    data: stored.data,
  } as DecidedEvent;
}
