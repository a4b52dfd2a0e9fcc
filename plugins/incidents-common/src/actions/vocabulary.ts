import type { z } from 'zod/v3';
import type * as primitives from '../schemas/primitives';

/** Where an action item stands. @public */
export type ActionStatus = z.infer<typeof primitives.actionStatus>;

/** What an action item is to achieve. @public */
export type ActionType = z.infer<typeof primitives.actionType>;

export const ACTION_STATUSES = [
  'proposed',
  'accepted',
  'in-progress',
  'done',
  'verified',
  'wont-do',
] as const;

export const ACTION_TYPES = [
  'prevent',
  'detect',
  'mitigate',
  'respond-better',
  'investigate',
] as const;

/** There is still something to do. */
export const OPEN_ACTION_STATUSES = [
  'proposed',
  'accepted',
  'in-progress',
] as const;

/** Whether there is still something to do. @public */
export function isOpenAction(status: ActionStatus): boolean {
  return (OPEN_ACTION_STATUSES as readonly ActionStatus[]).includes(status);
}

/** A day of the organisation, such as `2026-12-01`; in order as text. @public */
export type Day = string;
