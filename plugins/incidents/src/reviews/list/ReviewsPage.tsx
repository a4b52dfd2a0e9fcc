import { ReviewsTable } from './ReviewsTable';
import { ReviewsToolbar } from './ReviewsToolbar';
import { useReviewsFilter } from './useReviewsFilter';

/** Every review that I may see: who writes it, until when, and what came of it. */
export const ReviewsPage = () => {
  const filter = useReviewsFilter();
  return (
    <>
      <ReviewsToolbar filter={filter} />
      <ReviewsTable filter={filter} />
    </>
  );
};
