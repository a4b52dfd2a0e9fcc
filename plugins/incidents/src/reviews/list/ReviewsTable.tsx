import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiBookOpenLine } from '@remixicon/react';
import { useReviews } from '../../api/reviews';
import { EmptyState } from '../../elements/states';
import { FoundPages } from '../../lists/FoundPages';
import { FoundTable } from '../../lists/FoundTable';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { useReviewColumns } from './useReviewColumns';
import type { ReviewsFilter } from './useReviewsFilter';

/** The reviews that match. */
export const ReviewsTable = (props: { filter: ReviewsFilter }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const paths = useIncidentsPaths();
  const columns = useReviewColumns();
  const { filter } = props;
  const found = useReviews(filter.query);
  return (
    <FoundPages
      found={found}
      empty={
        <EmptyState
          icon={<RiBookOpenLine />}
          title={filter.isFiltered ? t('noneMatch') : t('none')}
          action={
            filter.isFiltered && (
              <Button variant="secondary" onPress={filter.clear}>
                {t('clear')}
              </Button>
            )
          }
        >
          {filter.isFiltered ? t('noneMatchHint') : t('noneHint')}
        </EmptyState>
      }
    >
      {reviews => (
        <FoundTable
          columns={columns}
          rows={reviews.map(review => ({ ...review, id: review.incident.id }))}
          isStale={found.isPlaceholderData}
          hrefOf={({ incident }) => paths.review(incident.number)}
        />
      )}
    </FoundPages>
  );
};
