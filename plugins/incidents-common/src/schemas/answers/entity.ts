import { z } from 'zod/v3';
import { openActionsSchema } from './actions';
import { incidentSchema } from './incident';
import { maybeAt, namedRef } from './values';

/** One line of a card or notice about a live incident. */
export const liveLineSchema = z.object({
  incident: incidentSchema,
  /** The entity that it is about, as seen from the asked one. */
  via: namedRef,
});

/** All that the entity card needs. */
export const entityCardSchema = z.object({
  entity: namedRef,
  /** Live incidents of the entity itself, most urgent first. */
  live: z.array(incidentSchema),
  /** Live incidents of what it depends on, most urgent first. */
  dependencies: z.array(liveLineSchema),
  owner: namedRef.nullable(),
  unrouted: z.string().nullable(),
  told: z.array(namedRef),
  toldCount: z.number(),
  last90Days: z.object({
    incidents: z.number(),
    impactMs: z.number(),
    lastAt: maybeAt,
  }),
  /** What is still to be done because of its incidents. */
  actions: openActionsSchema,
  mayReport: z.boolean(),
});

export type LiveLine = z.infer<typeof liveLineSchema>;
export type EntityCard = z.infer<typeof entityCardSchema>;
