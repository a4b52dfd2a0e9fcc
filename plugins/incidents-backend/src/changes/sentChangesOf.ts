import { severalChangesSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { validate } from '../http/validate';

/** Whether a message is about several changes, or is one itself. */
export function isSeveral(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'changes' in message
  );
}

/**
 * The changes that a message tells of, each still to be looked at.
 *
 * @throws InputError where it tells of several, but of none or of too many
 */
export function sentChangesOf(message: unknown): unknown[] {
  return isSeveral(message)
    ? validate(severalChangesSchema, message).changes
    : [message];
}
