/**
 * Action items: what is to be done because of incidents, and that it is.
 *
 * @packageDocumentation
 */
export { ACTION } from './actionNotices';
export { ActionReader } from './ActionReader';
export { composeActions } from './composeActions';
export { composeActionWriting } from './composeActionWriting';
export { ACTION_TICKET, ActionTrackers, readTrackers } from './trackers';
export { ActionService, type ActionSender } from './ActionService';
export { createActionsRouter } from './router';
export { readActionPolicy } from './settings';
