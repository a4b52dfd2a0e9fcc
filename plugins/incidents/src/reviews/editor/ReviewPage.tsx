import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, PluginHeader } from '@backstage/ui';
import { RiAlarmWarningLine } from '@remixicon/react';
import { isMissing } from '../../api/errors';
import { useReview } from '../../api/reviews';
import { FailedPart, RowSkeleton } from '../../elements/states';
import { IncidentNotFound } from '../../incident/IncidentNotFound';
import {
  useIncidentNumber,
  useIncidentsPaths,
} from '../../navigation/navigation';
import { incidentsLayoutTranslationRef } from '../../translations/layout';
import { incidentsReviewsTranslationRef } from '../../translations/reviews';
import { ReviewView } from './ReviewView';
import classes from './ReviewPage.module.css';

/** The review of the incident that the address names. */
export const ReviewPage = () => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { t: layout } = useTranslationRef(incidentsLayoutTranslationRef);
  const number = useIncidentNumber();
  const paths = useIncidentsPaths();
  const { data: review, error, refetch } = useReview(number);
  return (
    <main>
      <PluginHeader
        className={classes.head}
        icon={<RiAlarmWarningLine />}
        title={layout('title')}
        breadcrumbs={[
          { href: paths.reviews, label: layout('view_reviews') },
          { href: paths.incident(number), label: number },
          { href: paths.review(number), label: t('review') },
        ]}
      />
      <Container role="main">
        {review && <ReviewView key={review.incident.id} review={review} />}
        {!review && error && isMissing(error) && (
          <IncidentNotFound number={number} />
        )}
        {!review && error && !isMissing(error) && (
          <FailedPart error={error} onRetry={refetch} />
        )}
        {!review && !error && <RowSkeleton rows={8} />}
      </Container>
    </main>
  );
};
