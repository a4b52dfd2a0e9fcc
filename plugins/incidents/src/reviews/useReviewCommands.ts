import type { ReviewCommand } from '@linchpin/backstage-plugin-incidents-common';
import { useSendToReview } from '../api/reviews';
import { useSayings } from '../commands/useSayings';

/** The ways to change a review: one for forms, which show what is refused, and one for buttons. */
export function useReviewCommands(incident: { id: string; number: string }) {
  const { send, isPending } = useSendToReview(incident);
  const { sayRefused } = useSayings();
  return {
    isPending,
    /** Rejects as the API does. */
    send,
    /**
     * Never rejects: what was refused is said in a toast. Whether it was done.
     *
     * @param expectedVersion - where nothing unread is to be in it
     */
    perform: (
      command: ReviewCommand,
      expectedVersion?: number,
    ): Promise<boolean> =>
      send(command, expectedVersion).then(
        () => true,
        error => {
          sayRefused(error);
          return false;
        },
      ),
  };
}
