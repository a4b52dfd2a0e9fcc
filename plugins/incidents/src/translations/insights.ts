import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { insights } from './messages/insights';

/** What the room *Insights* says. @public */
export const incidentsInsightsTranslationRef = createTranslationRef({
  id: 'incidents-insights',
  messages: insights,
  translations: { de: () => import('./messages/insights.de') },
});
