import {
  actionDueAt,
  isOpenAction,
  type ActionItemState,
  type ActionPolicy,
} from '@linchpin/backstage-plugin-incidents-common/actions';

/** An action item as the table has it. */
export interface StoredAction {
  state: ActionItemState;
  version: number;
}

/** The row of an action item, but for what it is known by. */
export function rowOf(
  { state, version }: StoredAction,
  policy: Pick<ActionPolicy, 'zone'>,
) {
  const dueAt = new Date(actionDueAt(state, policy));
  return {
    id: state.id,
    number: state.number,
    version,
    state: JSON.stringify(state),
    title: state.title,
    search_title: state.title.toLocaleLowerCase('en-US'),
    type: state.type,
    priority: state.priority,
    status: state.status,
    open: isOpenAction(state.status),
    entity_ref: state.entity?.ref ?? null,
    owner_ref: state.owner?.ref ?? null,
    unrouted: state.unrouted ?? null,
    responsible_ref: state.responsible?.ref ?? null,
    accountable_ref: state.accountable?.ref ?? null,
    factor: state.factor ?? null,
    due_on: state.dueOn,
    due_at: dueAt,
    proposed_at: new Date(state.proposedAt),
    closed_at: state.closedAt ? new Date(state.closedAt) : null,
    place: placeOf(state, dueAt),
  };
}

/** Behind whatever is open, and safe to count in. */
const BEHIND = 1_000_000_000_000_000;

/** Open ones by when they are due, then the others, the latest first. */
function placeOf(
  { status, closedAt, statusSince }: ActionItemState,
  dueAt: Date,
): number {
  return isOpenAction(status)
    ? dueAt.getTime()
    : BEHIND - Date.parse(closedAt ?? statusSince);
}
