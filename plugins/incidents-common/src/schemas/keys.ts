import { z } from 'zod/v3';
import { entityRef, identifier, line } from './primitives';

/** `POST /keys` */
export const createKeySchema = z.object({
  /** What people call it, such as the name of the sender. */
  name: line,
  /** Id of the source that it is for. */
  source: identifier(100),
  /** The group or the entity that its alerts are for. */
  for: entityRef.refine(ref => !ref.startsWith('user:'), {
    message: 'must be a group or an entity, not a person',
  }),
});

export type CreateKeyRequest = z.input<typeof createKeySchema>;
