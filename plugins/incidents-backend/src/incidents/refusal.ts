import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Refusal } from '@linchpin/backstage-plugin-incidents-common';

/** A refusal as the error that the HTTP layer turns into a status. */
export function refusalError(
  refusal: Omit<Refusal, 'kind'> & { kind: Refusal['kind'] | 'missing' },
): Error {
  const message = refusal.field
    ? `${refusal.field}: ${refusal.message}`
    : refusal.message;
  switch (refusal.kind) {
    case 'input':
      return new InputError(message);
    case 'forbidden':
      return new NotAllowedError(message);
    case 'missing':
      return new NotFoundError(message);
    default:
      return new ConflictError(message);
  }
}
