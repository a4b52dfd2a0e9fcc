import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { charts } from './messages/charts';

/** What stands around every chart, and the figures that several of them show. @public */
export const incidentsChartsTranslationRef = createTranslationRef({
  id: 'incidents-charts',
  messages: charts,
  translations: { de: () => import('./messages/charts.de') },
});
