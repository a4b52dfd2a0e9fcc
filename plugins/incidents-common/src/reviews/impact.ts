import {
  PRIORITIES,
  type Instant,
  type Priority,
} from '../incidents/vocabulary';
import { impactDuration } from '../history/durations';
import { liveTime } from '../history/liveTime';
import { watched, type IncidentRecord } from '../history/record';
import { commonTo, periodsOf, sumOf } from '../history/spans';

/** What an incident cost, in numbers. @public */
export interface ReviewImpact {
  /** The sum of its windows; null while nobody knows when it began. */
  milliseconds: number | null;
  windows: { from: Instant; to: Instant | null }[];
  /** Time spent at each priority while it was live, most critical first. */
  at: { priority: Priority; milliseconds: number }[];
}

/**
 * The impact of an incident with the definitions of service history.
 * Source: PagerDuty's postmortem template asks for the time at each severity.
 * @public
 */
export function reviewImpactOf(
  record: IncidentRecord,
  now: Instant,
): ReviewImpact {
  const live = liveTime(record, now);
  const periods = periodsOf(record.course.priorities, watched(record, now));
  const duration = impactDuration(record, now);
  return {
    milliseconds: 'milliseconds' in duration ? duration.milliseconds : null,
    windows: record.impactWindows.map(({ from, to }) => ({
      from,
      to: to ?? null,
    })),
    at: PRIORITIES.map(priority => ({
      priority,
      milliseconds: sumOf(
        commonTo(
          live,
          periods
            .filter(({ entry }) => entry.priority === priority)
            .map(({ period }) => period),
        ),
      ),
    })).filter(({ milliseconds }) => milliseconds > 0),
  };
}
