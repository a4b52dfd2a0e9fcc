import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { incident } from './messages/incident';

/** What the page of an incident says. @public */
export const incidentsIncidentTranslationRef = createTranslationRef({
  id: 'incidents-incident',
  messages: incident,
  translations: { de: () => import('./messages/incident.de') },
});
