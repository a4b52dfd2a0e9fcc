import type { z } from 'zod/v3';
import type * as primitives from '../schemas/primitives';

/** How badly business is affected. @public */
export type Impact = z.infer<typeof primitives.impact>;

/** How long resolution can wait before the effect becomes significant. @public */
export type Urgency = z.infer<typeof primitives.urgency>;

/** P1 (most critical) to P5. @public */
export type Priority = z.infer<typeof primitives.priority>;

/** What could make the incident worse; any of them raises the priority one step. @public */
export type Risk = z.infer<typeof primitives.risk>;

/** Where an incident stands. *On hold* is an overlay, not a status. @public */
export type Status = z.infer<typeof primitives.status>;

/** Why the record exists; only `real` ones count in statistics. @public */
export type Mode = z.infer<typeof primitives.mode>;

/** Who may see that it exists. @public */
export type Visibility = z.infer<typeof primitives.visibility>;

/** How sure we are that an entity is affected. @public */
export type AffectedLevel = z.infer<typeof primitives.affectedLevel>;

/** What an incident on hold waits for. @public */
export type HoldReason = z.infer<typeof primitives.holdReason>;

/** Why something reported was no incident. @public */
export type DismissReason = z.infer<typeof primitives.dismissReason>;

/** What kind of change was made to what runs. @public */
export type ChangeKind = z.infer<typeof primitives.changeKind>;

/** How the making of a change ended. @public */
export type ChangeOutcome = z.infer<typeof primitives.changeOutcome>;

/** The time stamps that a person may correct. @public */
export type CorrectableStamp = z.infer<typeof primitives.stamp>;

/** ISO 8601 in UTC with milliseconds. @public */
export type Instant = string;

export const IMPACTS = ['high', 'medium', 'low'] as const;
export const URGENCIES = ['high', 'medium', 'low'] as const;
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
export const RISKS = [
  'data-loss',
  'security',
  'safety',
  'regulatory',
  'redundancy-gone',
  'spreading',
] as const;
export const STATUSES = [
  'triage',
  'investigating',
  'fixing',
  'monitoring',
  'resolved',
  'closed',
  'dismissed',
  'merged',
] as const;
export const LIVE_STATUSES = [
  'triage',
  'investigating',
  'fixing',
  'monitoring',
] as const;
export const HOLD_REASONS = [
  'reporter',
  'change',
  'problem',
  'vendor',
  'scheduled',
] as const;
export const DISMISS_REASONS = [
  'false-alarm',
  'expected',
  'duplicate-report',
  'not-reproducible',
  'other',
] as const;

/**
 * Whether a risk among these is a reason to keep the incident among those whom it
 * concerns.
 * @public
 */
export function isConfidential(risks: readonly Risk[]): boolean {
  return risks.includes('security');
}

/** Whether the response is still under way. @public */
export function isLive(status: Status): boolean {
  return (LIVE_STATUSES as readonly Status[]).includes(status);
}
