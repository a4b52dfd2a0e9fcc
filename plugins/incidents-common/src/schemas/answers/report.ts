import { z } from 'zod/v3';
import { impact, urgency } from '../primitives';
import { preventingActionSchema } from './actions';
import { liveLineSchema } from './entity';
import { namedRef, ref } from './values';

/** What the dialog offers for an entity before anything is typed. */
export const reportPreviewSchema = z.object({
  entity: namedRef.nullable(),
  owner: namedRef.nullable(),
  toldCount: z.number(),
  /** Whether the asking user's own report needs no triage. */
  ownedByViewer: z.boolean(),
  known: z.array(liveLineSchema),
  /** Open actions that were to prevent that something happens to the entity again, the most overdue first. */
  preventing: z.array(preventingActionSchema),
  suggestion: z.object({
    impact,
    urgency,
    /** Why: facts of the catalog, in the order of their weight. */
    because: z.array(
      z.discriminatedUnion('fact', [
        z.object({ fact: z.literal('tier'), tier: z.string() }),
        z.object({ fact: z.literal('lifecycle'), lifecycle: z.string() }),
        z.object({ fact: z.literal('dependants'), count: z.number() }),
        z.object({ fact: z.literal('unknown-entity') }),
      ]),
    ),
  }),
});

/** An entity that can be picked. */
export const entityOptionSchema = z.object({
  ref,
  title: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  ownerTitle: z.string().nullable(),
});

export const entityOptionsSchema = z.object({
  items: z.array(entityOptionSchema),
});

export type ReportPreview = z.infer<typeof reportPreviewSchema>;
export type EntityOption = z.infer<typeof entityOptionSchema>;
