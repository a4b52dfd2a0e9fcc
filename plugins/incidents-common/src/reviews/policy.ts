import type { Instant } from '../incidents/vocabulary';
import { endOfWorkingDay } from '../history/workingDays';
import { DEFAULT_TEMPLATE, type ReviewTemplate } from './template';

/** When reviews are due, and what they look like. @public */
export interface ReviewPolicy {
  /** Working days from the resolve until the draft is handed in. */
  draftWithin: number;
  /** Working days from the resolve until it is talked about. */
  meetingWithin: number;
  /** Of the working days, an IANA name. */
  zone: string;
  template: ReviewTemplate;
}

/**
 * The defaults.
 * Source: PagerDuty, "Postmortem process": the draft in three days, the meeting in
 * five business days.
 * @public
 */
export const DEFAULT_REVIEW_POLICY: ReviewPolicy = {
  draftWithin: 3,
  meetingWithin: 5,
  zone: 'UTC',
  template: DEFAULT_TEMPLATE,
};

/** Until when a review is due that is asked for now: each by the end of its working day. */
export function dueFrom(
  now: Instant,
  { draftWithin, meetingWithin, zone }: ReviewPolicy,
): { draftDueAt: Instant; meetingDueAt: Instant } {
  return {
    draftDueAt: endOfWorkingDay(now, draftWithin, zone),
    meetingDueAt: endOfWorkingDay(now, meetingWithin, zone),
  };
}
