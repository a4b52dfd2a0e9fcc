import { z } from 'zod/v3';
import {
  holdReason,
  impact,
  mode,
  priority,
  risk,
  status,
  urgency,
  visibility,
} from '../primitives';
import { linkedChangeSchema } from './changes';
import { at, maybeAt, namedRef, page, ref } from './values';

export const updateSchema = z.object({
  number: z.number(),
  at,
  by: namedRef,
  impact: z.string(),
  action: z.string(),
  workaround: z.string().nullable(),
  nextUpdateAt: maybeAt,
});

/** An incident as every list shows it. */
export const incidentSchema = z.object({
  id: z.string(),
  /** `INC-12` */
  number: z.string(),
  title: z.string(),
  status,
  statusSince: at,
  onHold: z.object({ reason: holdReason, since: at, resumeBy: at }).nullable(),
  priority,
  impact,
  urgency,
  risks: z.array(risk),
  mode,
  visibility,
  source: z.enum(['report', 'declaration', 'alert', 'import']),
  /** The incident of another system that it was imported from. */
  origin: z.object({ system: z.string(), id: z.string() }).nullable(),
  entityRef: ref.nullable(),
  entity: namedRef.nullable(),
  ownerRef: ref.nullable(),
  owner: namedRef.nullable(),
  unrouted: z
    .enum([
      'no-entity',
      'several-match',
      'no-owner',
      'owner-not-in-catalog',
      'catalog-unavailable',
    ])
    .nullable(),
  leadRef: ref.nullable(),
  lead: namedRef.nullable(),
  reporterRef: ref.nullable(),
  reporter: namedRef.nullable(),
  lastUpdate: updateSchema.nullable(),
  /** The last update's workaround, else the one of the first account. */
  workaround: z.string().nullable(),
  /** Since when it is known to help. */
  workaroundConfirmedAt: maybeAt,
  nextUpdateAt: maybeAt,
  /** When somebody must have taken it. */
  acknowledgeDueAt: maybeAt,
  /** How many affected entities beside the root one. */
  affectedCount: z.number(),
  /** How many people said that they are affected. */
  affectedPeople: z.number(),
  /** The change that somebody found to be the cause. */
  causedBy: linkedChangeSchema.nullable(),
  impactStartedAt: maybeAt,
  impactEstimated: z.boolean(),
  /** Past impact, in milliseconds; while `impactRunningSince` is set it goes on from there. */
  impactMs: z.number(),
  impactRunningSince: maybeAt,
  detectedAt: maybeAt,
  declaredAt: at,
  notifiedAt: maybeAt,
  acknowledgedAt: maybeAt,
  mitigatedAt: maybeAt,
  resolvedAt: maybeAt,
  closedAt: maybeAt,
  reopened: z.number(),
  passes: z.number(),
  alertCount: z.number(),
  firingCount: z.number(),
  recoveredAt: maybeAt,
  resolveProposedAt: maybeAt,
  undoUntil: maybeAt,
  version: z.number(),
});

export const incidentPageSchema = page(incidentSchema);

export type IncidentUpdate = z.infer<typeof updateSchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type IncidentPage = z.infer<typeof incidentPageSchema>;
