import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { card } from './messages/card';

/** What the surfaces of an entity and of the home page say; apart from the page's, since a ref loads whole. @public */
export const incidentsCardTranslationRef = createTranslationRef({
  id: 'incidents-card',
  messages: card,
  translations: { de: () => import('./messages/card.de') },
});
