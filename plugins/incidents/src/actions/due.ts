import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { isOpenAction } from '@linchpin/backstage-plugin-incidents-common';

const DAY_MS = 86_400_000;

/** From so many days before its due day on, an action item is near. */
const NEAR_DAYS = 3;

/** How close a due day is: grey, orange when near, red when over. */
export type DueHeat = 'overdue' | 'near' | 'calm';

/** Whole days that an action item is overdue, 0 where it is not. */
export function overdueDays(
  { dueAt, status }: Pick<Action, 'dueAt' | 'status'>,
  now: number,
): number {
  const over = now - Date.parse(dueAt);
  return isOpenAction(status) && over > 0 ? Math.ceil(over / DAY_MS) : 0;
}

/** Days until its due day, 0 on the day itself. */
export function daysLeft(dueAt: string, now: number): number {
  return Math.floor((Date.parse(dueAt) - now) / DAY_MS);
}

export function heatOf(
  action: Pick<Action, 'dueAt' | 'status'>,
  now: number,
): DueHeat {
  if (overdueDays(action, now) > 0) {
    return 'overdue';
  }
  return isOpenAction(action.status) && daysLeft(action.dueAt, now) < NEAR_DAYS
    ? 'near'
    : 'calm';
}
