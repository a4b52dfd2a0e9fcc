import { dayOf } from '../history/workingDays';
import type { Day } from './vocabulary';
import { after } from '../incidents/policy';
import type { Instant, Priority } from '../incidents/vocabulary';

const DAY = 86_400_000;

/** How an organisation follows up on its action items. @public */
export interface ActionPolicy {
  /** Until when they are due where nobody says, in milliseconds. */
  dueWithin: Record<Priority, number>;
  /** Of the days on which they are due, an IANA name. */
  zone: string;
}

/**
 * The defaults: what PagerDuty asks of its own fixes against recurrence for P1 and
 * P2, Atlassian's eight weeks for P3.
 * @public
 */
export const DEFAULT_DUE_WITHIN: ActionPolicy['dueWithin'] = {
  P1: 15 * DAY,
  P2: 30 * DAY,
  P3: 60 * DAY,
  P4: 90 * DAY,
  P5: 90 * DAY,
};

/** So many working days before it is due whoever does it is reminded. */
export const DUE_SOON_WORKING_DAYS = 2;

/** How long after it was told that one is overdue it is told again. */
export const OVERDUE_AGAIN_AFTER = 7 * DAY;

/** The day on which it is due where nobody says. @public */
export function defaultDueOn(
  priority: Priority,
  now: Instant,
  { dueWithin, zone }: ActionPolicy,
): Day {
  return dayOf(after(now, dueWithin[priority]), zone);
}
