import { z } from 'zod/v3';
import { userCommandSchemas } from '../commands';
import { namesOf } from '../commandSchemas';
import { affectedLevel, priority, reviewStatus } from '../primitives';
import { actionSchema, preventingActionSchema } from './actions';
import { nearChangeSchema } from './changes';
import { incidentSchema } from './incident';
import { at, maybeAt, namedRef, ref } from './values';

export const runningClockSchema = z.object({
  kind: z.enum([
    'acknowledge-warning',
    'acknowledge',
    'update-warning',
    'update',
    'resume',
    'watch',
    'close',
    'recovered',
    'undo',
  ]),
  dueAt: at,
});

export const routingStepSchema = z.object({ step: z.string() }).passthrough();

export const candidateSchema = z.object({
  entityRef: ref,
  title: z.string(),
  kind: z.string(),
  ownerTitle: z.string().nullable(),
});

/** Another incident; without id and number where the asking user may not know of it. */
const incidentReferenceSchema = z.object({
  id: z.string().nullable(),
  number: z.string().nullable(),
});

/** An incident with its people, entities and clocks, as its own page shows it. */
export const incidentDetailSchema = incidentSchema.extend({
  description: z.string().nullable(),
  override: priority.nullable(),
  mergedInto: incidentReferenceSchema.nullable(),
  recurrenceOf: incidentReferenceSchema.nullable(),
  affected: z.array(
    z.object({ entity: namedRef, level: affectedLevel, since: at }),
  ),
  /** Why the owner is the owner. */
  routing: z.array(routingStepSchema),
  told: z.array(namedRef),
  responders: z.array(namedRef),
  followers: z.number(),
  holders: z.array(z.object({ owner: namedRef, since: at })),
  clocks: z.array(runningClockSchema),
  alerts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      severity: z.string(),
      labels: z.record(z.string()),
      occurrences: z.number(),
      deliveries: z.number(),
      firing: z.boolean(),
      since: at,
      endedAt: maybeAt,
      url: z.string().nullable(),
    }),
  ),
  /**
   * Changes of what is affected and of what that depends on, from some time before
   * the impact began until it was over; the likeliest cause first.
   */
  changes: z.array(nearChangeSchema),
  /** For an incident without entity: what it may be about. */
  candidates: z.array(candidateSchema),
  /** Where its review stands. */
  review: z.object({
    status: reviewStatus,
    /** Whether the priority demands one. */
    required: z.boolean(),
    owner: namedRef.nullable(),
    draftDueAt: maybeAt,
  }),
  /** Earlier incidents of the same entity and alert, newest first. */
  seenBefore: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      at,
      impactMs: z.number(),
      resolution: z.string().nullable(),
    }),
  ),
  /** What it brought about, and those that were merged into it; 50 at most. */
  actions: z.array(actionSchema),
  /**
   * Of one that is live: open actions that were to prevent what happens to its entity
   * again, the most overdue first.
   */
  preventing: z.array(preventingActionSchema),
  /** What the asking user is to it. */
  viewer: z.object({
    follows: z.boolean(),
    isAffected: z.boolean(),
    isReporter: z.boolean(),
    /** The commands that this user may send now. */
    commands: z.array(namesOf(userCommandSchemas)),
  }),
});

export type EntityCandidate = z.infer<typeof candidateSchema>;
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;
