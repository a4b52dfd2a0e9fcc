import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { reviews } from './messages/reviews';

/** What is said of the reviews of incidents. @public */
export const incidentsReviewsTranslationRef = createTranslationRef({
  id: 'incidents-reviews',
  messages: reviews,
  translations: { de: () => import('./messages/reviews.de') },
});
