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
    /** Never rejects: what was refused is said in a toast. Whether it was done. */
    perform: (command: ReviewCommand): Promise<boolean> =>
      send(command).then(
        () => true,
        error => {
          sayRefused(error);
          return false;
        },
      ),
  };
}
