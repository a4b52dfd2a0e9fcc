import type { Instant } from '../incidents/vocabulary';
import { liveTime } from './liveTime';
import { watched, type IncidentRecord } from './record';
import { commonTo, periodsOf, sumOf } from './spans';

/** How long and how often a group held an incident. @public */
export interface Holding {
  /** Null while nobody answered for it. */
  ownerRef: string | null;
  /** In milliseconds, while it was live. */
  milliseconds: number;
  /** How often it came to them: from two on, it went back and forth. */
  times: number;
}

/**
 * Who had it for how long, in the order in which they first got it. Together they
 * had it as long as it was live; a group that only got it afterwards had it for no
 * time.
 * Source: ServiceNow, "SLA breakdown by assignment group".
 * @public
 */
export function heldBy(record: IncidentRecord, now: Instant): Holding[] {
  const live = liveTime(record, now);
  const holdings = new Map<string | null, Holding>();
  for (const { entry, period } of periodsOf(
    record.course.owners,
    watched(record, now),
  )) {
    const { ownerRef } = entry;
    const before = holdings.get(ownerRef) ?? {
      ownerRef,
      milliseconds: 0,
      times: 0,
    };
    holdings.set(ownerRef, {
      ownerRef,
      milliseconds: before.milliseconds + sumOf(commonTo(live, [period])),
      times: before.times + 1,
    });
  }
  return [...holdings.values()];
}
