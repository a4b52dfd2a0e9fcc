import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { changes } from './messages/changes';

/** What is said of changes of what runs. @public */
export const incidentsChangesTranslationRef = createTranslationRef({
  id: 'incidents-changes',
  messages: changes,
  translations: { de: () => import('./messages/changes.de') },
});
