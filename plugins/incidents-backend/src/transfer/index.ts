/**
 * Incidents from other systems and to them: imports of the past, exports of lists.
 *
 * @packageDocumentation
 */
export { composeTransfer } from './composeTransfer';
export { createTransferRouter } from './router';
export { readFileLimit } from './settings';
export type { FileLimit } from './upload';
