import {
  after,
  clocksOf,
  evolve,
  noticesOf,
  opened,
  replay,
  type DecidedEvent,
  type IncidentPolicy,
  type IncidentState,
  type Instant,
  type RunningClock,
  type TimelineEvent,
} from '../incidents';
import type { Finding, FindingKind, WatchBounds } from './finding';

/** What lies in the database about one incident, at one moment. @public */
export interface IncidentEvidence {
  incidentId: string;
  /** The whole timeline, in order. */
  events: readonly TimelineEvent[];
  stored: { state: IncidentState; version: number };
  /** The clocks that run, whatever they are. */
  clocks: readonly { kind: string; dueAt: Instant }[];
  /**
   * The messages to people that its opening has caused; undefined where they may
   * be forgotten by now.
   */
  openingMessages?: readonly { sequence: number; recipientRef: string }[];
}

/** What an incident is judged by. @public */
export interface WatchRules {
  policy: IncidentPolicy;
  bounds: WatchBounds;
  now: Instant;
}

/**
 * What should be true of an incident by now and is not, told from its timeline
 * alone. Reads nothing that the engines have concluded.
 * @public
 */
export function inspectIncident(
  evidence: IncidentEvidence,
  rules: WatchRules,
): Finding[] {
  const { incidentId, events, stored } = evidence;
  const found = (kind: FindingKind, since: Instant, detail: string) => ({
    kind,
    subjectId: incidentId,
    since,
    detail,
  });
  const last = events.at(-1);
  if (
    last === undefined ||
    events[0].type !== 'declared' ||
    events.some(({ sequence }, index) => sequence !== index + 1)
  ) {
    const since = last?.recordedAt ?? stored.state.stamps.declaredAt;
    return [found('timeline-broken', since, `${events.length} events`)];
  }
  const state = replay(incidentId, events);
  const fields = [
    ...(stored.version === last.sequence ? [] : ['version']),
    ...differences(stored.state, state),
  ];
  const untold = untoldOf(evidence);
  const missing = missingClocks(state, evidence.clocks, rules.policy);
  const isLate = (since: Instant) =>
    after(since, rules.bounds.clocksWithin) < rules.now;
  const overdue = evidence.clocks
    .filter(({ dueAt }) => isLate(dueAt))
    .map(clock => ({
      kind: clock.kind,
      since: later(clock.dueAt, setAt(evidence, clock, rules.policy)),
    }))
    .filter(({ since }) => isLate(since))
    .sort((a, b) => (a.since < b.since ? -1 : 1));
  return [
    ...(fields.length > 0
      ? [found('state-differs', last.recordedAt, list(fields))]
      : []),
    ...(missing.length > 0
      ? [found('clock-missing', last.recordedAt, list(missing))]
      : []),
    ...(overdue.length > 0
      ? [
          found(
            'clock-overdue',
            overdue[0].since,
            list(overdue.map(({ kind }) => kind)),
          ),
        ]
      : []),
    ...(untold.length > 0
      ? [found('nobody-told', events[0].recordedAt, list(untold))]
      : []),
  ];
}

/**
 * When a clock was set, by the policy of now: one that is set to a time that has
 * passed can go off no sooner.
 */
function setAt(
  { incidentId, events }: IncidentEvidence,
  { kind, dueAt }: IncidentEvidence['clocks'][number],
  policy: IncidentPolicy,
): Instant {
  const runsIn = (state: IncidentState) =>
    clocksOf(state, policy).some(
      clock => clock.kind === kind && clock.dueAt === dueAt,
    );
  const [declared, ...rest] = events;
  let state = opened(incidentId, declared as DecidedEvent<'declared'>);
  let runs = runsIn(state);
  let since = declared.recordedAt;
  for (const event of rest) {
    state = evolve(state, event);
    const ran = runs;
    runs = runsIn(state);
    if (runs && !ran) {
      since = event.recordedAt;
    }
  }
  return since;
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function list(items: readonly string[]): string {
  return items.join(', ');
}

/** The parts of an incident in which two accounts of it differ. */
function differences(stored: IncidentState, told: IncidentState): string[] {
  const a = sorted(stored) as Record<string, unknown>;
  const b = sorted(told) as Record<string, unknown>;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter(key => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .sort();
}

/** The same value with its keys in order and nothing that JSON leaves out. */
function sorted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

/**
 * Clocks that should run and do not, or run to another time than somebody set.
 * Times that follow from the policy are not compared: an installation may have
 * changed them while the incident was open.
 */
function missingClocks(
  state: IncidentState,
  clocks: IncidentEvidence['clocks'],
  policy: IncidentPolicy,
): string[] {
  return clocksOf(state, policy)
    .filter(expected => !hasGoneOff(state, expected))
    .filter(({ kind, dueAt }) => {
      const running = clocks.find(clock => clock.kind === kind);
      return !running || (SET_BY_PEOPLE.has(kind) && running.dueAt !== dueAt);
    })
    .map(({ kind }) => kind);
}

/** Clocks whose time is on the timeline. */
const SET_BY_PEOPLE: ReadonlySet<RunningClock['kind']> = new Set([
  'update',
  'resume',
  'undo',
]);

/** Whether it has gone off by the times of then. */
function hasGoneOff(state: IncidentState, { kind }: RunningClock): boolean {
  const fired =
    kind === 'acknowledge' || kind === 'acknowledge-warning'
      ? state.fired[kind]
      : undefined;
  return fired !== undefined && fired > state.waitingSince;
}

/** People who had to hear that it was opened and for whom no message was written. */
function untoldOf({ events, openingMessages }: IncidentEvidence): string[] {
  if (!openingMessages) {
    return [];
  }
  const opening = openingOf(events);
  const state = replay(opening[0].incidentId, opening);
  return opening.flatMap(event =>
    peopleToTell(state, event).filter(
      ref =>
        !openingMessages.some(
          message =>
            message.sequence === event.sequence && message.recipientRef === ref,
        ),
    ),
  );
}

function peopleToTell(state: IncidentState, event: DecidedEvent): string[] {
  return noticesOf(state, event)
    .flatMap(({ audience }) =>
      audience.type === 'people' ? audience.people : [],
    )
    .map(person => person.ref)
    .filter(ref => event.actor.type !== 'user' || event.actor.ref !== ref);
}

/** What was written when it was opened: its declaration and where it was routed. */
function openingOf(events: readonly TimelineEvent[]): TimelineEvent[] {
  const [declared, next] = events;
  return next?.type === 'routed' && next.recordedAt === declared.recordedAt
    ? [declared, next]
    : [declared];
}
