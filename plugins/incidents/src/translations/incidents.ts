import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { commands } from './messages/commands';
import { inbox } from './messages/inbox';
import { incident } from './messages/incident';
import { keys } from './messages/keys';
import { lists } from './messages/lists';
import { report } from './messages/report';
import { setup } from './messages/setup';
import { shell } from './messages/shell';

/** What the page *Incidents* and its dialogs say, one file of messages per room. @public */
export const incidentsTranslationRef = createTranslationRef({
  id: 'incidents',
  messages: { commands, inbox, incident, keys, lists, report, setup, shell },
  translations: { de: () => import('./incidents.de') },
});
