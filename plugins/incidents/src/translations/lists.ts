import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { lists } from './messages/lists';

/** What the lists of incidents and their filters say. @public */
export const incidentsListsTranslationRef = createTranslationRef({
  id: 'incidents-lists',
  messages: lists,
  translations: { de: () => import('./messages/lists.de') },
});
