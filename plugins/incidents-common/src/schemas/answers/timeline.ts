import { z } from 'zod/v3';
import { nearChangeSchema } from './changes';
import { at, ref } from './values';

/** One line of the timeline: a recorded fact, a burst of alerts, or a change of what runs. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    sequence: z.number(),
    type: z.string(),
    at,
    recordedAt: at,
    actor: z.object({
      type: z.enum(['user', 'system']),
      name: z.string(),
      ref: ref.nullable(),
    }),
    /**
     * The facts of the event, by its type. An incident that they name has neither id nor
     * number where the asking user may not know of it.
     */
    data: z.record(z.unknown()),
    /** The free texts of the event. */
    texts: z.record(z.string()),
  }),
  z.object({
    kind: z.literal('alerts'),
    at,
    until: at,
    count: z.number(),
    source: z.string(),
    titles: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('change'),
    /** When it had taken effect. */
    at,
    change: nearChangeSchema,
  }),
]);

export const timelineSchema = z.object({
  items: z.array(timelineEntrySchema),
  nextCursor: z.string().nullable(),
});

export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type Timeline = z.infer<typeof timelineSchema>;
