import { z } from 'zod/v3';
import { CHANGES_AT_ONCE } from '../changes/changeEvent';
import {
  changeKind,
  changeOutcome,
  entityRef,
  identifier,
  instant,
  line,
  webAddress,
} from './primitives';

/** A change event as it is told. */
export const sentChangeSchema = z
  .object({
    kind: changeKind,
    /** What was changed; by an integration key of an entity it may be left out. */
    entityRef: entityRef.optional(),
    title: line,
    version: identifier(100).optional(),
    url: webAddress.optional(),
    /** Who made it, as the source calls them. */
    actor: line.optional(),
    outcome: changeOutcome.optional(),
    /** What tells of it, such as `github-actions`. */
    source: identifier(100),
    /** Which change it is there. A repeat with the same one changes nothing. */
    sourceId: identifier(200),
    /** When the making of it began; where it is left out, when it ended. */
    startedAt: instant.optional(),
    /** When it had taken effect; where neither is said, it has just happened. */
    finishedAt: instant.optional(),
  })
  .strict();

/** Several changes, each still to be looked at by itself. */
export const severalChangesSchema = z
  .object({ changes: z.array(z.unknown()).min(1).max(CHANGES_AT_ONCE) })
  .strict();

/** The body of `POST /changes`: one change, or several of which each is answered. */
export const changesRequestSchema = z.union([
  sentChangeSchema,
  z
    .object({ changes: z.array(sentChangeSchema).min(1).max(CHANGES_AT_ONCE) })
    .strict(),
]);

export type SentChange = z.infer<typeof sentChangeSchema>;
export type SentChangeRequest = z.input<typeof sentChangeSchema>;
