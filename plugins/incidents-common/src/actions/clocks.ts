import { beginOfDay, endOfDay, workingDayFrom } from '../history/workingDays';
import { after } from '../incidents/policy';
import type { Instant } from '../incidents/vocabulary';
import type { ActionClock } from './events';
import {
  DUE_SOON_WORKING_DAYS,
  OVERDUE_AGAIN_AFTER,
  type ActionPolicy,
} from './policy';
import type { ActionItemState } from './state';
import { isOpenAction } from './vocabulary';

/** A clock of an action item and when it falls due. @public */
export interface RunningActionClock {
  kind: ActionClock;
  dueAt: Instant;
}

/** When an action item is overdue: as its day is over. @public */
export function actionDueAt(
  { dueOn }: Pick<ActionItemState, 'dueOn'>,
  { zone }: Pick<ActionPolicy, 'zone'>,
): Instant {
  return endOfDay(dueOn, zone);
}

/** The clocks that run on an action item as it stands. @public */
export function actionClocksOf(
  state: ActionItemState,
  policy: Pick<ActionPolicy, 'zone'>,
): RunningActionClock[] {
  if (!isOpenAction(state.status)) {
    return [];
  }
  const { dueOn, dueSince, dueSoonToldAt, overdueToldAt } = state;
  const { zone } = policy;
  const soon = beginOfDay(
    workingDayFrom(beginOfDay(dueOn, zone), -DUE_SOON_WORKING_DAYS, zone),
    zone,
  );
  return [
    ...(!dueSoonToldAt && !overdueToldAt && soon > dueSince
      ? [{ kind: 'due-soon' as const, dueAt: soon }]
      : []),
    {
      kind: 'overdue',
      dueAt: overdueToldAt
        ? after(overdueToldAt, OVERDUE_AGAIN_AFTER)
        : actionDueAt(state, policy),
    },
  ];
}
