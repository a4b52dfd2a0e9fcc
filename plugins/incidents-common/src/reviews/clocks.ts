import { after } from '../incidents/policy';
import type { Instant } from '../incidents/vocabulary';
import type { ReviewClock, ReviewState } from './state';
import { isToBeWritten } from './vocabulary';

const HOUR = 60 * 60_000;

/** A draft due by the end of a day is reminded of at nine in the morning of it. */
const SOON = 15 * HOUR;

/** The document is to be read before it is talked about. Source: PagerDuty, "Postmortem meetings". */
const TO_READ = 24 * HOUR;

/** A clock of a review and when it falls due. @public */
export interface RunningReviewClock {
  kind: ReviewClock;
  dueAt: Instant;
}

/**
 * The clocks that run on a review as it stands. What a command starts and stops is
 * the difference between the clocks before and after it.
 * @public
 */
export function reviewClocksOf(state: ReviewState): RunningReviewClock[] {
  return [...draftClocks(state), ...meetingClocks(state)].filter(
    ({ kind, dueAt }) => state.fired[kind] !== dueAt,
  );
}

function draftClocks({
  status,
  draftDueAt,
}: ReviewState): RunningReviewClock[] {
  return draftDueAt && isToBeWritten(status)
    ? [
        { kind: 'draft-soon', dueAt: after(draftDueAt, -SOON) },
        { kind: 'draft', dueAt: draftDueAt },
      ]
    : [];
}

function meetingClocks({
  status,
  meeting,
  meetingDueAt,
}: ReviewState): RunningReviewClock[] {
  if (meeting) {
    const reminder = after(meeting.at, -TO_READ);
    return reminder > meeting.plannedAt
      ? [{ kind: 'meeting-reminder', dueAt: reminder }]
      : [];
  }
  return meetingDueAt && (isToBeWritten(status) || status === 'in-review')
    ? [{ kind: 'meeting', dueAt: meetingDueAt }]
    : [];
}
