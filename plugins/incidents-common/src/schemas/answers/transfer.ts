import { z } from 'zod/v3';
import { priority, status } from '../primitives';
import { at, maybeAt, namedRef, ref } from './values';

export const importState = z.enum([
  'reading',
  'planning',
  'planned',
  'importing',
  'done',
  'cancelled',
  'failed',
]);

/** What a mapping has no answer for, and how many incidents have it. */
export const importProblemSchema = z.object({
  /** `refused`: the incident is not made. `left-out`: it is made without it. */
  kind: z.enum(['refused', 'left-out']),
  /** The column that says it. */
  field: z.string(),
  /** What it says; empty where it says nothing. */
  value: z.string(),
  why: z.enum(['unmapped', 'missing', 'no-time', 'contradiction', 'repeated']),
  /** In words, where there is more to say. */
  detail: z.string().nullable(),
  incidents: z.number(),
  /** The first line of the file that has it. */
  line: z.number(),
});

/** What an import would do. */
export const importPlanSchema = z.object({
  incidents: z.number(),
  toMake: z.number(),
  /** There already, from an earlier import. */
  known: z.number(),
  refused: z.number(),
  /** When the first and the last of those to be made were declared. */
  from: maybeAt,
  to: maybeAt,
  /** How many of those to be made have which status and priority at the end. */
  statuses: z.array(z.object({ status, incidents: z.number() })),
  priorities: z.array(z.object({ priority, incidents: z.number() })),
  /** What most incidents have first; at most 200 of them. */
  problems: z.array(importProblemSchema),
  moreProblems: z.number(),
  /** What the mapping names and the catalog does not have; it is kept by its name. */
  notInCatalog: z.array(ref),
});

export const importSchema = z.object({
  id: z.string(),
  state: importState,
  system: z.string(),
  fileName: z.string(),
  createdAt: at,
  createdBy: namedRef,
  rows: z.number(),
  plan: importPlanSchema.nullable(),
  /** Of the incidents of the plan, so many so far. */
  made: z.number(),
  known: z.number(),
  refused: z.number(),
  startedAt: maybeAt,
  endedAt: maybeAt,
  /** Why it failed; of one that is planned or made just now, why it does not go on until it is tried again. */
  error: z.string().nullable(),
});

export const importsSchema = z.object({
  /** Newest first, the last twenty. */
  items: z.array(importSchema),
  mayManage: z.boolean(),
});

export type ImportPlan = z.infer<typeof importPlanSchema>;
export type Import = z.infer<typeof importSchema>;
export type Imports = z.infer<typeof importsSchema>;
