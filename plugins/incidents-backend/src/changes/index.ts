/**
 * Changes of what runs: told by pipelines, shown beside incidents, linked to those
 * that they caused.
 *
 * @packageDocumentation
 */
export type { ChangeReader } from './ChangeReader';
export { ChangesTopic } from './ChangesTopic';
export { composeChanges } from './composeChanges';
export { CHANGES_PATH, createChangesRouter } from './router';
export { CHANGE_SENDERS } from './senders';
export { readChangesSettings, type ChangesSettings } from './settings';
