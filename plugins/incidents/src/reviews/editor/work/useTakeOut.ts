import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import {
  putsBack,
  type TakingOut,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import { useSayings } from '../../../commands/useSayings';
import { useNow } from '../../../elements/now';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useReviewCommands } from '../../useReviewCommands';

/** Takes something out of a review at once, says so, and offers to put it back. */
export function useTakeOut(review: ReviewAnswer) {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { send } = useReviewCommands(review.incident);
  const { sayDone, sayRefused } = useSayings();
  const now = useNow();
  return async (command: TakingOut) => {
    const back = putsBack(command, review, new Date(now).toISOString());
    try {
      await send(command);
      sayDone(t(`done_${command.type}`), back && (() => send(back)));
    } catch (error) {
      sayRefused(error);
    }
  };
}
