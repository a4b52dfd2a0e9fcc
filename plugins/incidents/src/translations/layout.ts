import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { layout } from './messages/layout';

/** What frames the rooms of the page: its title, its tabs, its keys. @public */
export const incidentsLayoutTranslationRef = createTranslationRef({
  id: 'incidents-layout',
  messages: layout,
  translations: { de: () => import('./messages/layout.de') },
});
