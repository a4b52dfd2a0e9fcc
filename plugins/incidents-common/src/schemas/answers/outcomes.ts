import { z } from 'zod/v3';
import { incidentDetailSchema } from './incidentDetail';

/** The outcome of a command: the incident after it. */
export const commandOutcomeSchema = z.object({
  incident: incidentDetailSchema,
  /** False where it was so already and nothing was written. */
  changed: z.boolean(),
  /** The incident that it opened, as moving alerts out does. */
  opened: z.object({ id: z.string(), number: z.string() }).nullable(),
});

/** What one verdict did to each of several incidents. */
export const bulkOutcomeSchema = z.object({
  outcomes: z.array(
    z.object({
      id: z.string(),
      number: z.string().nullable(),
      changed: z.boolean(),
      error: z
        .object({ message: z.string(), field: z.string().nullable() })
        .nullable(),
    }),
  ),
});

export type CommandOutcome = z.infer<typeof commandOutcomeSchema>;
export type BulkOutcome = z.infer<typeof bulkOutcomeSchema>;
