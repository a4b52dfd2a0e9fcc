import { isLive, type Instant } from '../incidents/vocabulary';
import { watched, type IncidentRecord } from './record';
import { periodsOf, type Period } from './spans';

/**
 * When the response was under way, oldest first: from the declaration to the
 * resolve, and from each reopening to the next.
 */
export function liveTime(record: IncidentRecord, now: Instant): Period[] {
  return periodsOf(record.course.statuses, watched(record, now))
    .filter(({ entry }) => isLive(entry.status))
    .map(({ period }) => period);
}
