import { z } from 'zod/v3';
import { changeKind, changeOutcome } from '../primitives';
import { at, maybeAt, namedRef, ref } from './values';

/** A change event, as it is shown. */
export const changeEventSchema = z.object({
  id: z.string(),
  kind: changeKind,
  entity: namedRef,
  title: z.string(),
  version: z.string().nullable(),
  url: z.string().nullable(),
  actor: z.string().nullable(),
  outcome: changeOutcome.nullable(),
  source: z.string(),
  startedAt: at,
  finishedAt: maybeAt,
});

/** A change event in the time of an incident, and how it lies to the begin of the impact. */
export const nearChangeSchema = changeEventSchema.extend({
  when: z.enum(['before', 'under-way', 'after']),
  /** How long before or after, in milliseconds. */
  awayMs: z.number(),
});

/** The change that somebody found to be the cause, as it was then. */
export const linkedChangeSchema = changeEventSchema
  .pick({ id: true, kind: true, entity: true, title: true, version: true })
  .extend({ at });

/** What became of each change that was told, in their order. */
export const changesReceiptSchema = z.object({
  outcomes: z.array(
    z.object({
      /** Of the change as it is kept; null where it is refused. */
      id: z.string().nullable(),
      /** False where it was kept before: then nothing has changed. */
      isNew: z.boolean(),
      entityRef: ref.nullable(),
      /** Whether the catalog has that entity. The change is kept in any case. */
      entityKnown: z.boolean(),
      error: z
        .object({ message: z.string(), field: z.string().nullable() })
        .nullable(),
    }),
  ),
});

export type ShownNearChange = z.infer<typeof nearChangeSchema>;
export type LinkedChange = z.infer<typeof linkedChangeSchema>;
export type ChangesReceipt = z.infer<typeof changesReceiptSchema>;
