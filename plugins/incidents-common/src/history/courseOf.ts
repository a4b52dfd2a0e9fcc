import type { DecidedEvent } from '../incidents/events';
import { evolve, opened } from '../incidents/evolve';
import type { IncidentState } from '../incidents/state';
import type {
  CorrectableStamp,
  Instant,
  Status,
} from '../incidents/vocabulary';
import { factsOf } from './factsOf';
import type {
  IncidentCourse,
  IncidentRecord,
  UpdatePromise,
  Wait,
} from './record';
import type { Span } from './spans';

/** A fact, and the incident before and after it. @public */
export interface Step {
  before: IncidentState;
  event: DecidedEvent;
  after: IncidentState;
}

/**
 * All that service history knows of an incident, from its whole timeline.
 * @throws Error where the first event is not the declaration.
 * @public
 */
export function recordOf(
  incidentId: string,
  events: readonly DecidedEvent[],
): IncidentRecord {
  const [first, ...rest] = events;
  if (first?.type !== 'declared') {
    throw new Error(`The timeline of ${incidentId} has no beginning`);
  }
  let state = opened(incidentId, first);
  let course = courseBegan(state);
  for (const event of rest) {
    const after = evolve(state, event);
    course = courseAfter(course, { before: state, event, after });
    state = after;
  }
  return { ...factsOf(state), course };
}

/** The course of an incident that was declared just now. @public */
export function courseBegan(state: IncidentState): IncidentCourse {
  const since = state.statusSince;
  return {
    statuses: [{ status: state.status, since }],
    priorities: [{ priority: state.priority, since }],
    owners: [{ ownerRef: state.owner?.ref ?? null, since }],
    holds: [],
    updates: [],
    waits: waitsFor(state) ? [{ since: state.waitingSince }] : [],
  };
}

/** The course of an incident after one more fact. @public */
export function courseAfter(
  course: IncidentCourse,
  step: Step,
): IncidentCourse {
  const { event, after } = step;
  const { dismissedAs, ...rest } = course;
  return {
    ...rest,
    statuses: statusesAfter(course.statuses, step),
    priorities: changed(course.priorities, 'priority', {
      priority: after.priority,
      since: event.at,
    }),
    owners: changed(course.owners, 'ownerRef', {
      ownerRef: after.owner?.ref ?? null,
      since: event.at,
    }),
    holds: holdsAfter(course.holds, step),
    updates: updatesAfter(course.updates, step),
    waits: waitsAfter(course.waits, step),
    ...(after.status === 'dismissed' && {
      dismissedAs: event.type === 'dismissed' ? event.data.reason : dismissedAs,
    }),
  };
}

type Statuses = IncidentCourse['statuses'];

/** The status that begins with a stamp. */
const BEGUN_BY: Partial<Record<CorrectableStamp, Status>> = {
  acknowledgedAt: 'investigating',
  mitigatedAt: 'monitoring',
  resolvedAt: 'resolved',
};

function statusesAfter(
  statuses: Statuses,
  { before, event, after }: Step,
): Statuses {
  if (event.type === 'time-corrected') {
    const { stamp, from, to } = event.data;
    return statuses.map(entry =>
      entry.status === BEGUN_BY[stamp] && entry.since === from
        ? { ...entry, since: to }
        : entry,
    );
  }
  return before.status === after.status
    ? statuses
    : changed(statuses, 'status', {
        status: after.status,
        since: (event.type === 'resolved' && event.data.at) || event.at,
      });
}

/** With a new entry where the value is another one; what was so for no time is left out. */
function changed<K extends string, T extends { since: Instant }>(
  entries: readonly (T & Record<K, unknown>)[],
  key: K,
  entry: T & Record<K, unknown>,
): readonly (T & Record<K, unknown>)[] {
  const last = entries[entries.length - 1];
  if (last[key] === entry[key]) {
    return entries;
  }
  return last.since === entry.since
    ? [...entries.slice(0, -1), entry]
    : [...entries, entry];
}

function holdsAfter(
  holds: readonly Span[],
  { before, event, after }: Step,
): readonly Span[] {
  if (before.hold && !after.hold) {
    return lastOne(holds, { to: event.at });
  }
  return !before.hold && after.hold ? [...holds, { from: event.at }] : holds;
}

function updatesAfter(
  updates: readonly UpdatePromise[],
  { before, event, after }: Step,
): readonly UpdatePromise[] {
  const isPosted = event.type === 'update-posted';
  if (before.nextUpdateAt === after.nextUpdateAt && !isPosted) {
    return updates;
  }
  const over = before.nextUpdateAt
    ? lastOne(
        updates,
        isPosted ? { postedAt: event.at } : { droppedAt: event.at },
      )
    : updates;
  return after.nextUpdateAt ? [...over, { dueAt: after.nextUpdateAt }] : over;
}

/** Whether the acknowledge clock runs, as far as the incident itself decides that. */
function waitsFor(state: IncidentState): boolean {
  return (
    state.mode !== 'backfill' &&
    state.status === 'triage' &&
    state.recoveredAt === undefined
  );
}

function waitsAfter(
  waits: readonly Wait[],
  { before, event, after }: Step,
): readonly Wait[] {
  const waited = waitsFor(before);
  if (event.type === 'clock-fired' && event.data.clock === 'acknowledge') {
    return waited ? lastOne(waits, { breachedAt: event.at }) : waits;
  }
  const waitsNow = waitsFor(after);
  if (waited && waitsNow && before.waitingSince === after.waitingSince) {
    return waits;
  }
  const over = waited
    ? lastOne(waits, { until: event.at, ended: endedBy(event) })
    : waits;
  return waitsNow ? [...over, { since: after.waitingSince }] : over;
}

function endedBy({ type }: DecidedEvent): Wait['ended'] {
  switch (type) {
    case 'acknowledged':
    case 'dismissed':
    case 'merged':
    case 'resolved':
      return 'answered';
    default:
      return 'lapsed';
  }
}

function lastOne<T>(entries: readonly T[], more: Partial<T>): readonly T[] {
  return entries.map((entry, index) =>
    index === entries.length - 1 ? { ...entry, ...more } : entry,
  );
}
