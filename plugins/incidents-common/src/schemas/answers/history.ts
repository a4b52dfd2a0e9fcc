import { z } from 'zod/v3';
import { priority } from '../primitives';
import { openActionsSchema } from './actions';
import { liveLineSchema } from './entity';
import {
  coverageSchema,
  phasesSchema,
  promisesSchema,
  shareSchema,
  statisticsSchema,
} from './figures';
import { incidentSchema } from './incident';
import { at, namedRef } from './values';

/** A day on which something began, customers were affected, or a deployment went wrong. */
const day = z.object({
  /** In the zone of the figures, such as `2026-03-29`. */
  day: z.string(),
  from: at,
  to: at,
  /** How many began. */
  incidents: z.number(),
  impactMs: z.number(),
  /** Those that began on it and those whose impact lies in it. */
  numbers: z.array(z.string()),
  /** Whether a P1 or P2 began. */
  major: z.boolean(),
  /** Of what was deployed on it: all, and those that caused an incident. */
  deployments: z.object({ n: z.number(), failed: z.number() }),
});

/** An incident as one mark among many. */
const dot = z.object({
  /** `INC-12` */
  number: z.string(),
  title: z.string(),
  priority,
  declaredAt: at,
  kind: z.enum(['ended', 'censored']),
  /** To resolve, as customers saw it. */
  ms: z.number(),
  phases: phasesSchema,
  causedByChange: z.boolean(),
  reopened: z.boolean(),
});

/** How the time to resolve changed against the period before, which is as long. */
const trend = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), p50: z.number(), p90: z.number() }),
  z.object({
    kind: z.literal('none'),
    because: z.literal('too-few'),
    n: z.tuple([z.number(), z.number()]),
    needed: z.number(),
  }),
]);

/** All that charts show of an entity, or of all that a system, domain or group has. */
export const historyFiguresSchema = coverageSchema.extend({
  /** Oldest first; days on which nothing was are left out. */
  days: z.array(day),
  /** Of what is counted and whose time to resolve is known, oldest first. */
  dots: z.array(dot),
  durations: z.object({
    detect: statisticsSchema,
    declare: statisticsSchema,
    acknowledge: statisticsSchema,
    mitigate: statisticsSchema,
    resolve: statisticsSchema,
    /** What a ticket system knows, also where nobody said when the impact began. */
    declaredToResolved: statisticsSchema,
  }),
  trend,
  impact: z.object({
    ms: z.number(),
    incidents: z.number(),
    /** How many of these have a begin that is a guess. */
    estimated: z.number(),
    /** Whether every priority counts, or P1 and P2 alone. */
    rule: z.enum(['any', 'major']),
  }),
  outcomes: z.object({
    falseAlarms: shareSchema.extend({
      dismissed: z.number(),
      merged: z.number(),
    }),
    recovered: shareSchema,
    reopened: shareSchema,
    recurrences: shareSchema,
  }),
  promises: promisesSchema.extend({
    /** Action items that were done by the end of the day on which they were due. */
    actions: shareSchema,
  }),
  changes: z.object({
    caused: shareSchema,
    byKind: z.object({ deployment: z.number(), configuration: z.number() }),
    /** Null where no deployment is known. */
    failRate: shareSchema.extend({ linked: shareSchema }).nullable(),
    recovery: statisticsSchema,
  }),
  /** When a single entity changed hands, as far as its incidents tell. */
  owners: z.array(
    z.object({ at, from: namedRef.nullable(), to: namedRef.nullable() }),
  ),
});

/** All that the entity tab needs. */
export const entityHistorySchema = z.object({
  entity: namedRef,
  live: z.array(incidentSchema),
  dependencies: z.array(liveLineSchema),
  /** Newest first; ended and live. */
  items: z.array(incidentSchema),
  nextCursor: z.string().nullable(),
  total: z.number(),
  /** Months of the last year, oldest first: `2026-11` and how many began in it. */
  months: z.array(z.object({ month: z.string(), incidents: z.number() })),
  /** When it was last practised in a drill what to do; null where that was not, as far back as the list and the months go. */
  lastDrillAt: at.nullable(),
  /** Null where fewer than ten are counted, and on all pages but the first. */
  figures: historyFiguresSchema.nullable(),
  /** What is still to be done about it, or by the group. */
  actions: openActionsSchema,
  mayReport: z.boolean(),
});

export type HistoryFigures = z.infer<typeof historyFiguresSchema>;
export type EntityHistory = z.infer<typeof entityHistorySchema>;
