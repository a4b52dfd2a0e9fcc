import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { actions } from './messages/actions';

/** What action items say: their board, their dialogs and their past. @public */
export const incidentsActionsTranslationRef = createTranslationRef({
  id: 'incidents-actions',
  messages: actions,
  translations: { de: () => import('./messages/actions.de') },
});
