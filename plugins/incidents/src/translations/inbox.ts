import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { inbox } from './messages/inbox';

/** What the inbox, its preview and its tour say. @public */
export const incidentsInboxTranslationRef = createTranslationRef({
  id: 'incidents-inbox',
  messages: inbox,
  translations: { de: () => import('./messages/inbox.de') },
});
