import {
  PRIORITIES,
  type Instant,
  type Priority,
} from '../incidents/vocabulary';
import { impactDuration } from '../history/durations';
import { liveTime } from '../history/liveTime';
import { watched, type IncidentRecord } from '../history/record';
import {
  commonTo,
  periodsOf,
  sumOf,
  upTo,
  type Period,
} from '../history/spans';

/** What an incident cost, in numbers. @public */
export interface ReviewImpact {
  /** The sum of its windows; null while nobody knows when it began. */
  milliseconds: number | null;
  windows: { from: Instant; to: Instant | null }[];
  /** How much of that at each priority, most critical first; of its live time while nobody knows when it began. */
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
  const duration = impactDuration(record, now);
  const isKnown = 'milliseconds' in duration;
  const { from, to } = watched(record, now);
  const times = isKnown
    ? upTo(to, record.impactWindows)
    : liveTime(record, now);
  const periods = prioritiesOf(record, { from: times[0]?.from ?? from, to });
  return {
    milliseconds: isKnown ? duration.milliseconds : null,
    windows: record.impactWindows.map(window => ({
      from: window.from,
      to: window.to ?? null,
    })),
    at: PRIORITIES.map(priority => ({
      priority,
      milliseconds: sumOf(
        commonTo(
          times,
          periods
            .filter(({ entry }) => entry.priority === priority)
            .map(({ period }) => period),
        ),
      ),
    })).filter(({ milliseconds }) => milliseconds > 0),
  };
}

/** When it had which priority. What hurt before it was declared hurt as much as it then turned out. */
function prioritiesOf({ course }: IncidentRecord, frame: Period) {
  const [first, ...later] = course.priorities;
  return periodsOf([{ ...first, since: frame.from }, ...later], frame);
}
