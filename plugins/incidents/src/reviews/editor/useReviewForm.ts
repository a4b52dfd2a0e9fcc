import type { ReviewCommand } from '@linchpin/backstage-plugin-incidents-common';
import { useSendToReview } from '../../api/reviews';
import { useRefusal } from '../../commands/useRefusal';

/** What the dialogs of a review share: sending, and errors at their fields. */
export function useReviewForm(
  incident: { id: string; number: string },
  onDone: () => void,
) {
  const { send, isPending } = useSendToReview(incident);
  const refusal = useRefusal();
  const submit = async (command: ReviewCommand) => {
    refusal.forget();
    try {
      await send(command);
      onDone();
    } catch (error) {
      refusal.learn(error);
    }
  };
  return { ...refusal, isPending, submit };
}
