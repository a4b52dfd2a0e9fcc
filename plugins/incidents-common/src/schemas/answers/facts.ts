import { z } from 'zod/v3';
import { shareSchema, statisticsSchema } from './figures';
import { maybeAt, namedRef } from './values';

/** What scorecards may want to know of an entity. */
export const entityFactsSchema = z.object({
  entity: namedRef,
  /** Whether somebody would answer for an incident now. */
  hasOwner: z.boolean(),
  owner: namedRef.nullable(),
  /** Incidents of the entity itself that are live now; at most fifty are counted. */
  live: z.number(),
  /** As the tab of the entity counts; drills and tests are out. */
  last90Days: z.object({
    incidents: z.number(),
    /** P1 and P2. */
    major: z.number(),
    impactMs: z.number(),
    lastAt: maybeAt,
    /** From the begin of the impact to the last resolve. */
    resolve: statisticsSchema,
    reopened: shareSchema,
    updatesOnTime: shareSchema,
    acknowledgedInTime: shareSchema,
  }),
});

export const entityFactsListSchema = z.object({
  items: z.array(entityFactsSchema),
});

export type EntityFacts = z.infer<typeof entityFactsSchema>;
