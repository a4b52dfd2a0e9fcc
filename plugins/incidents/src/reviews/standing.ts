import {
  isToBeWritten,
  type ReviewLine,
} from '@linchpin/backstage-plugin-incidents-common';

/** Whether anything has been written, or could have been. */
export function isBegun(status: ReviewLine['status']): boolean {
  return status !== 'needed' && status !== 'not-needed';
}

/** Until when the draft is to be handed in; null where that is done or not asked for. */
export function draftDueOf(
  review: Pick<ReviewLine, 'status' | 'draftDueAt'>,
): string | null {
  return isToBeWritten(review.status) ? review.draftDueAt : null;
}
