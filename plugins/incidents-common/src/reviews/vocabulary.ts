import type { z } from 'zod/v3';
import type * as primitives from '../schemas/primitives';

/** Where a review stands: the one vocabulary for it. @public */
export type ReviewStatus = z.infer<typeof primitives.reviewStatus>;

/** What a contributing factor is about. @public */
export type FactorTag = z.infer<typeof primitives.factorTag>;

/** Statuses in which somebody writes or has written. */
export const BEGUN = ['draft', 'in-review', 'approved'] as const;

/** Statuses in which it waits for the draft. */
export const DRAFTING = ['needed', 'draft'] as const;

/** Whether somebody has still to write the draft and hand it in. @public */
export function isToBeWritten(status: ReviewStatus): boolean {
  return (DRAFTING as readonly ReviewStatus[]).includes(status);
}

/**
 * The tags that are offered before an organisation has its own.
 * Source: the contributing factors of the Howie guide and of Google's "Postmortem
 * action items", in one word each.
 * @public
 */
export const USUAL_FACTORS: readonly FactorTag[] = [
  'capacity',
  'change',
  'configuration',
  'dependency',
  'design',
  'documentation',
  'hardware',
  'knowledge',
  'missing-alert',
  'missing-test',
  'monitoring',
  'process',
  'security',
  'third-party',
];
