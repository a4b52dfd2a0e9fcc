import { after, type IncidentPolicy } from '../incidents/policy';
import type { Instant, Priority } from '../incidents/vocabulary';
import type { IncidentCourse, UpdatePromise, Wait } from './record';
import type { Share } from './shares';

/**
 * Updates that came when they were promised, of those that were due. What was set
 * anew, or needed no more before it was due, was no broken promise; what is not due
 * yet is none so far.
 * @public
 */
export function updatesOnTime(
  courses: readonly IncidentCourse[],
  now: Instant,
): Share {
  return kept(
    courses.flatMap(({ updates }) => updates.map(u => isUpdateKept(u, now))),
  );
}

/**
 * Times in which somebody of the owner took it, or said what it is, before the
 * acknowledge clock ran out. A breach that was written down stays one, whatever the
 * times are now; what was passed on or healed before that is neither.
 * @public
 */
export function acknowledgedInTime(
  courses: readonly IncidentCourse[],
  policy: Pick<IncidentPolicy, 'acknowledgeWithin'>,
  now: Instant,
): Share {
  return kept(
    courses.flatMap(({ waits, priorities }) =>
      waits.map(wait => {
        const until = wait.until ?? now;
        const within = policy.acknowledgeWithin[priorityAt(priorities, until)];
        return isWaitKept(
          wait,
          within === undefined ? undefined : after(wait.since, within),
          now,
        );
      }),
    ),
  );
}

/** Undefined where it was neither kept nor broken. */
function isUpdateKept(
  { dueAt, postedAt, droppedAt }: UpdatePromise,
  now: Instant,
): boolean | undefined {
  if (postedAt) {
    return postedAt <= dueAt;
  }
  return (droppedAt ?? now) > dueAt ? false : undefined;
}

function isWaitKept(
  { until, ended, breachedAt }: Wait,
  dueAt: Instant | undefined,
  now: Instant,
): boolean | undefined {
  if (breachedAt || (dueAt && (until ?? now) > dueAt)) {
    return false;
  }
  return dueAt && ended === 'answered' ? true : undefined;
}

function priorityAt(
  priorities: IncidentCourse['priorities'],
  at: Instant,
): Priority {
  const then = priorities.filter(({ since }) => since <= at);
  return (then[then.length - 1] ?? priorities[0]).priority;
}

function kept(verdicts: readonly (boolean | undefined)[]): Share {
  const due = verdicts.filter(verdict => verdict !== undefined);
  return { n: due.filter(Boolean).length, of: due.length };
}
