import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { report } from './messages/report';

/** What the dialog for reporting and declaring says. @public */
export const incidentsReportTranslationRef = createTranslationRef({
  id: 'incidents-report',
  messages: report,
  translations: { de: () => import('./messages/report.de') },
});
