import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Table } from '@backstage/ui';
import { RiBookOpenLine } from '@remixicon/react';
import { useReviews } from '../../api/queries';
import { EmptyState, FailedPart, RowSkeleton } from '../../elements/states';
import { MoreRows } from '../../lists/MoreRows';
import { useIncidentsPaths } from '../../navigation/navigation';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import classes from './ReviewsTable.module.css';
import { useReviewColumns } from './useReviewColumns';
import type { ReviewsFilter } from './useReviewsFilter';

/** The reviews that match, page by page. */
export const ReviewsTable = (props: { filter: ReviewsFilter }) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const paths = useIncidentsPaths();
  const columns = useReviewColumns();
  const { filter } = props;
  const found = useReviews(filter.query);
  const reviews = found.data?.pages.flatMap(page => page.items);

  if (found.error && !reviews) {
    return <FailedPart error={found.error} onRetry={found.refetch} />;
  }
  if (!reviews) {
    return (
      <div className={classes.card}>
        <RowSkeleton rows={8} />
      </div>
    );
  }
  if (reviews.length === 0) {
    return (
      <div className={classes.card}>
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
      </div>
    );
  }
  return (
    <>
      <div className={classes.card}>
        <Table
          columnConfig={columns}
          data={reviews.map(review => ({ ...review, id: review.incident.id }))}
          isStale={found.isPlaceholderData}
          pagination={{ type: 'none' }}
          rowConfig={{
            getHref: ({ incident }) => paths.review(incident.number),
          }}
        />
      </div>
      <MoreRows
        hasMore={found.hasNextPage}
        isPending={found.isFetchingNextPage}
        onMore={found.fetchNextPage}
      />
    </>
  );
};
