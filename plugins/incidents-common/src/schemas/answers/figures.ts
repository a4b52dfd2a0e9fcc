import { z } from 'zod/v3';
import { mode } from '../primitives';

/** So many of so many. */
export const shareSchema = z.object({ n: z.number(), of: z.number() });

/** In milliseconds; null where nothing has ended, or nothing at all is known. */
const percentile = z.object({
  ended: z.number().nullable(),
  /** At the least, once what goes on has ended too. */
  atLeast: z.number().nullable(),
});

/** Of durations, in milliseconds. */
export const statisticsSchema = z.object({
  /** How many have ended. */
  n: z.number(),
  /** How many go on. */
  censored: z.number(),
  /** How many would be among them if their stamps were known. */
  missing: z.number(),
  p50: percentile,
  p90: percentile,
});

/** What the time of responses was spent with, in milliseconds. */
export const phasesSchema = z.object({
  waiting: z.number(),
  investigating: z.number(),
  fixing: z.number(),
  monitoring: z.number(),
});

export const outcome = z.enum([
  'live',
  'resolved',
  'recovered',
  'dismissed',
  'merged',
]);

/** Why incidents are not counted. */
export const leftOutReason = z.enum([
  ...mode.options,
  ...outcome.options,
  'part',
  'other-priority',
  'repeated',
  'suspected',
  'unrecorded',
]);

/** What figures are about. */
export const coverageSchema = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  /** Whether the period begins later than was asked for, since so many lie in it. */
  shortened: z.boolean(),
  /** Of the days, an IANA name. */
  zone: z.string(),
  counted: z.number(),
  /** How many are not, by the reason. */
  leftOut: z.record(leftOutReason, z.number()),
});

export const promisesSchema = z.object({
  /** Updates that came when they were promised. */
  updates: shareSchema,
  /** Waits that somebody ended before the clock did. */
  acknowledged: shareSchema,
});
