import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { home } from './messages/home';

/** What the widget of the home page says. @public */
export const incidentsHomeTranslationRef = createTranslationRef({
  id: 'incidents-home',
  messages: home,
  translations: { de: () => import('./messages/home.de') },
});
