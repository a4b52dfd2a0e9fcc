import { z } from 'zod/v3';
import {
  coverageSchema,
  phasesSchema,
  promisesSchema,
  shareSchema,
  statisticsSchema,
} from './figures';
import { namedRef } from './values';

/** What a group had to do with incidents, while they were with it. */
const team = z.object({
  /** Null while nobody answered for them. */
  owner: namedRef.nullable(),
  incidents: z.number(),
  heldMs: z.number(),
  /** How often one came to them. */
  times: z.number(),
  /** How often they handed one on. */
  handedOn: z.number(),
  /** Of the incidents that they are accountable for. */
  phases: phasesSchema,
  acknowledge: statisticsSchema,
  resolve: statisticsSchema,
  declaredToResolved: statisticsSchema,
  promises: promisesSchema,
});

const noise = z.object({
  /** Its title. */
  alert: z.string(),
  source: z.string(),
  entity: namedRef.nullable(),
  fired: z.number(),
  /** What became of it, as often as it fired; `recorded` made no incident. */
  became: z.object({
    live: z.number(),
    resolved: z.number(),
    recovered: z.number(),
    dismissed: z.number(),
    merged: z.number(),
    recorded: z.number(),
  }),
});

/** Across teams and services: where the time goes, and what is not ready. */
export const insightsSchema = coverageSchema.extend({
  phases: phasesSchema,
  /** Those that held incidents longest first. */
  teams: z.array(team),
  /** Those that fired most often first. */
  noisiest: z.array(noise),
  promises: promisesSchema,
  /** Those with the most impact first. */
  services: z.array(
    z.object({
      entity: namedRef,
      incidents: z.number(),
      impactMs: z.number(),
      resolve: statisticsSchema,
    }),
  ),
  /** How many of the teams and services are named, of those that there are. */
  named: z.object({ teams: shareSchema, services: shareSchema }),
  /** What of the catalog is not ready for an incident; of each the first by title. */
  readiness: z.object({
    noOwner: z.array(namedRef),
    /** Their owner has no members, or is not in the catalog. */
    ownerWithoutMembers: z.array(namedRef),
    /** Components with neither the annotation nor a link. */
    noRunbook: z.array(namedRef),
    /** How many there are of each, of those that could be. */
    counts: z.object({
      noOwner: shareSchema,
      ownerWithoutMembers: shareSchema,
      noRunbook: shareSchema,
    }),
  }),
});

export type Insights = z.infer<typeof insightsSchema>;
