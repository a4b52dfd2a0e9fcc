import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { commands } from './messages/commands';

/** What commands are called and what their dialogs ask. @public */
export const incidentsCommandsTranslationRef = createTranslationRef({
  id: 'incidents-commands',
  messages: commands,
  translations: { de: () => import('./messages/commands.de') },
});
