/**
 * Integration keys: the rights of senders that have no token of the portal.
 *
 * @packageDocumentation
 */
export { composeKeys } from './composeKeys';
export type { KeyGate } from './KeyGate';
export { keepKeysOutOfUrls } from './keysInUrls';
export { takeKey } from './presentedKey';
export { createKeysRouter } from './router';
export { KEY_BODY_LIMIT, readKeysSettings } from './settings';
