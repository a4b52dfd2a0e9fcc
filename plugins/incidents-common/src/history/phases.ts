import type { Instant, Priority, Status } from '../incidents/vocabulary';
import { PRIORITIES } from '../incidents/vocabulary';
import { liveTime } from './liveTime';
import { watched, type IncidentRecord } from './record';
import {
  commonTo,
  lengthOf,
  periodsOf,
  sumOf,
  unionOf,
  upTo,
  within,
} from './spans';

/** What the time of a response was spent with, in milliseconds each. @public */
export interface Phases {
  /** Nobody had taken it, or it was on hold. */
  waiting: number;
  investigating: number;
  fixing: number;
  monitoring: number;
}

/**
 * Where the time of the response went. The four together are the time in which it
 * was live: what lies between a resolve and a reopening belongs to none.
 * Source: the phases of FireHydrant's and Statuspage's incidents, *on hold* taken
 * out of them as ServiceNow does.
 * @public
 */
export function phasesOf(record: IncidentRecord, now: Instant): Phases {
  const { course } = record;
  const frame = watched(record, now);
  const holds = unionOf(upTo(frame.to, course.holds));
  const phases: Phases = {
    waiting: 0,
    investigating: 0,
    fixing: 0,
    monitoring: 0,
  };
  for (const { entry, period } of periodsOf(course.statuses, frame)) {
    const phase = phaseOf(entry.status);
    if (phase) {
      const onHold = sumOf(within(period, holds));
      phases[phase] += lengthOf(period) - onHold;
      phases.waiting += onHold;
    }
  }
  return phases;
}

/**
 * How long it was live under each priority, in milliseconds.
 * Source: PagerDuty's post-mortem template asks for the time in each severity.
 * @public
 */
export function timeInPriorities(
  record: IncidentRecord,
  now: Instant,
): Record<Priority, number> {
  const live = liveTime(record, now);
  const times = Object.fromEntries(
    PRIORITIES.map(priority => [priority, 0]),
  ) as Record<Priority, number>;
  for (const { entry, period } of periodsOf(
    record.course.priorities,
    watched(record, now),
  )) {
    times[entry.priority] += sumOf(commonTo(live, [period]));
  }
  return times;
}

function phaseOf(status: Status): keyof Phases | undefined {
  switch (status) {
    case 'triage':
      return 'waiting';
    case 'investigating':
    case 'fixing':
    case 'monitoring':
      return status;
    default:
      return undefined;
  }
}
