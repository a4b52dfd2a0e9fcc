import { z } from 'zod/v3';
import { candidateSchema } from './incidentDetail';
import { at, maybeAt, namedRef, ref } from './values';

/** What is not as it should be by now; see `FindingKind`. */
export const findingKind = z.enum([
  'clock-missing',
  'clock-overdue',
  'state-differs',
  'timeline-broken',
  'nobody-told',
  'alerts-waiting',
  'messages-stuck',
]);

/** How the installation does. */
export const setupSchema = z.object({
  checks: z.object({
    alerts: z.object({
      lastReceivedAt: maybeAt,
      waiting: z.number(),
      oldestWaitingMs: z.number(),
    }),
    delivery: z.object({
      notifications: z.boolean(),
      signals: z.boolean(),
      lastError: z.string().nullable(),
    }),
    lastResortGroup: namedRef.nullable(),
    catalog: z.object({ refreshedAt: maybeAt, error: z.string().nullable() }),
    database: z.object({ client: z.string(), durable: z.boolean() }),
    /** When the watchdog looked last, and how much it found. */
    watchdog: z.object({
      lookedAt: maybeAt,
      findings: z.number(),
      since: maybeAt,
    }),
  }),
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lastReceivedAt: maybeAt,
      today: z.number(),
      keptAside: z.number(),
    }),
  ),
  keptAside: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      receivedAt: at,
      reason: z.string(),
      excerpt: z.string(),
    }),
  ),
  unmatched: z.array(
    z.object({
      labels: z.record(z.string()),
      alerts: z.number(),
      lastAt: at,
      reason: z.enum(['none', 'several']),
      candidates: z.array(candidateSchema),
    }),
  ),
  withoutOwner: z.object({
    total: z.number(),
    items: z.array(
      z.object({
        entity: namedRef,
        why: z.enum(['no-owner', 'owner-not-in-catalog', 'owner-empty']),
        ownerRef: ref.nullable(),
        goesTo: namedRef.nullable(),
      }),
    ),
  }),
  notSent: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['page', 'news', 'event']),
      /** Null where it is private, and not for whoever asks to know of. */
      incident: z.object({ id: z.string(), number: z.string() }).nullable(),
      recipient: namedRef.nullable(),
      channel: z.string(),
      error: z.string(),
      attempts: z.number(),
      gaveUpAt: at,
    }),
  ),
  /** What should have happened by now, the longest overdue first; some of it where it is much. */
  findings: z.array(
    z.object({
      kind: findingKind,
      incident: z.object({ id: z.string(), number: z.string() }).nullable(),
      since: at,
      detail: z.string(),
    }),
  ),
  intakeUrl: z.string(),
  mayManage: z.boolean(),
});

export type Setup = z.infer<typeof setupSchema>;
