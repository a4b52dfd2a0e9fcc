import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { transfer } from './messages/transfer';

/** What is said of imports, exports and the evidence sheet. @public */
export const incidentsTransferTranslationRef = createTranslationRef({
  id: 'incidents-transfer',
  messages: transfer,
  translations: { de: () => import('./messages/transfer.de') },
});
