import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { alerts } from './messages/alerts';

/** What is said of the alerts of an incident, on its page and in the preview. @public */
export const incidentsAlertsTranslationRef = createTranslationRef({
  id: 'incidents-alerts',
  messages: alerts,
  translations: { de: () => import('./messages/alerts.de') },
});
