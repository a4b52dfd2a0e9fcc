import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { search } from './messages/search';

/** What a result of the portal's search says. @public */
export const incidentsSearchTranslationRef = createTranslationRef({
  id: 'incidents-search',
  messages: search,
  translations: { de: () => import('./messages/search.de') },
});
