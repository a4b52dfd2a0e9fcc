import {
  type Action,
  ACTION_STATUSES,
  isOpenAction,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  ACTION_TRANSITIONS,
  type ActionTransition,
} from '@linchpin/backstage-plugin-incidents-common/actions';

/** What the board is divided into: the statuses, and before them what nobody does yet. */
export const COLUMNS = [
  'needs-owner',
  'proposed',
  'accepted',
  'in-progress',
  'done',
  'verified',
  'wont-do',
] as const;

export type Column = (typeof COLUMNS)[number];

export function columnOf(
  action: Pick<Action, 'status' | 'responsible'>,
): Column {
  return isOpenAction(action.status) && !action.responsible
    ? 'needs-owner'
    : action.status;
}

/** How an action item gets from one column to another. */
export interface Move {
  to: Column;
  start: ActionTransition | 'assign' | 'unassign';
}

const ENDS: readonly Move['start'][] = ['finish', 'wont-do'];

/** Where an action item can be moved to as it stands; what nobody does must be given to somebody first. */
export function movesOf(
  action: Pick<Action, 'status' | 'responsible'>,
): readonly Move[] {
  const { status, responsible } = action;
  const moves = ACTION_STATUSES.flatMap<Move>(to => {
    const start = ACTION_TRANSITIONS[status][to];
    return start ? [{ to, start }] : [];
  });
  if (!isOpenAction(status)) {
    return moves;
  }
  return responsible
    ? [{ to: 'needs-owner', start: 'unassign' }, ...moves]
    : [
        { to: status, start: 'assign' },
        ...moves.filter(({ start }) => ENDS.includes(start)),
      ];
}
