import type { Instant } from '../incidents/vocabulary';
import type { ReviewAnswer } from '../schemas/answers';
import type { ReviewCommand } from '../schemas/reviews';

/** A command that takes something out of a review at once. @public */
export type TakingOut = Extract<
  ReviewCommand,
  { type: 'remove-factor' | 'cancel-meeting' }
>;

/**
 * The command that puts back what another one has just taken out of a review: both
 * stay in its past. Nothing where it cannot be put back: a meeting is planned for a
 * time to come.
 *
 * @param before - The review as it was before the command.
 * @public
 */
export function putsBack(
  command: TakingOut,
  { factors, meeting }: Pick<ReviewAnswer, 'factors' | 'meeting'>,
  now: Instant,
): ReviewCommand | undefined {
  if (command.type === 'remove-factor') {
    const factor = factors.find(({ id }) => id === command.id);
    return factor && { type: 'add-factor', tag: factor.tag, text: factor.text };
  }
  return meeting && meeting.at > now
    ? {
        type: 'plan-meeting',
        at: meeting.at,
        agenda: meeting.agenda ?? undefined,
        link: meeting.link ?? undefined,
        attendees: meeting.attendees.map(({ ref }) => ref),
      }
    : undefined;
}
