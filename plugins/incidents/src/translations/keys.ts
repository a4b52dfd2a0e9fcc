import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { keys } from './messages/keys';

/** What is said of integration keys. @public */
export const incidentsKeysTranslationRef = createTranslationRef({
  id: 'incidents-keys',
  messages: keys,
  translations: { de: () => import('./messages/keys.de') },
});
