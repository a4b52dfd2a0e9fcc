import { z } from 'zod/v3';

/*
 * The webhook message of Alertmanager, version "4", as far as it is read.
 * Source: prometheus/alertmanager, docs/configuration.md (<webhook_config>),
 * notify/webhook/webhook.go and template/template.go.
 */

const texts = z.record(z.string({ invalid_type_error: 'must be a text' }), {
  invalid_type_error: 'must be an object',
  required_error: 'is missing',
});

/** The message around the alerts. What else it holds repeats what they say. */
export const messageSchema = z.object(
  {
    version: z.literal('4', {
      errorMap: () => ({ message: 'must be "4"' }),
    }),
    alerts: z.array(z.unknown(), {
      errorMap: () => ({ message: 'must be a list' }),
    }),
    /** How many alerts were left out because of `max_alerts`. */
    truncatedAlerts: z.number().int().nonnegative().catch(0),
    externalURL: z.string().catch(''),
  },
  {
    invalid_type_error: 'must be an object',
    required_error: 'is missing',
  },
);

/** One alert. Times and links are read leniently: they are dirty in practice. */
export const alertSchema = z.object(
  {
    status: z.enum(['firing', 'resolved'], {
      errorMap: () => ({ message: 'must be firing or resolved' }),
    }),
    labels: texts,
    annotations: texts.nullish().transform(value => value ?? {}),
    startsAt: z.unknown(),
    endsAt: z.unknown(),
    generatorURL: z.unknown(),
    fingerprint: z.string().catch(''),
  },
  { invalid_type_error: 'must be an object' },
);

export type WireMessage = z.infer<typeof messageSchema>;
export type WireAlert = z.infer<typeof alertSchema>;
