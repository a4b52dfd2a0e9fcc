import { z } from 'zod/v3';
import { at, ref } from './values';

/** What became of a message of a sender. */
export const intakeDeliverySchema = z.object({
  deliveryId: z.string(),
  status: z.enum(['pending', 'processed', 'failed']),
  receivedAt: at,
  error: z.string().nullable(),
  alerts: z.array(
    z.object({
      title: z.string(),
      disposition: z.enum(['incident', 'quiet', 'record', 'kept-aside']),
      reason: z.string(),
      incidentNumber: z.string().nullable(),
      entityRef: ref.nullable(),
      ownerRef: ref.nullable(),
    }),
  ),
});

export const intakeReceiptSchema = z.object({ deliveryId: z.string() });

export type IntakeDelivery = z.infer<typeof intakeDeliverySchema>;
