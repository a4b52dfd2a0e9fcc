import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { words } from './messages/words';

/** The words that every surface shares: statuses, priorities, times. Small, since a card loads it whole. @public */
export const incidentsWordsTranslationRef = createTranslationRef({
  id: 'incidents-words',
  messages: words,
  translations: { de: () => import('./messages/words.de') },
});
