import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { followThrough } from './messages/followThrough';

/** What is said of whether action items get done and help, and of what contributed. @public */
export const incidentsFollowThroughTranslationRef = createTranslationRef({
  id: 'incidents-follow-through',
  messages: followThrough,
  translations: { de: () => import('./messages/followThrough.de') },
});
