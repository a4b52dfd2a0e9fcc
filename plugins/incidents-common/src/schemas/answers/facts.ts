import { z } from 'zod/v3';
import { openActionsSchema } from './actions';
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
  /** What is to be done about it because of incidents, as the board counts. */
  actions: openActionsSchema,
  /** Of incidents that affected it, however long ago. */
  reviews: z.object({
    /** How many have no draft that was handed in. */
    waiting: z.number(),
    /** How many of them should have one by now. */
    overdue: z.number(),
  }),
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
