import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { setup } from './messages/setup';

/** What *Setup* says. @public */
export const incidentsSetupTranslationRef = createTranslationRef({
  id: 'incidents-setup',
  messages: setup,
  translations: { de: () => import('./messages/setup.de') },
});
