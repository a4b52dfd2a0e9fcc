import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { history } from './messages/history';

/** What the tab *Incidents* of an entity says. @public */
export const incidentsHistoryTranslationRef = createTranslationRef({
  id: 'incidents-history',
  messages: history,
  translations: { de: () => import('./messages/history.de') },
});
