import { signatureOf } from '../incidents/actor';
import type { ActionEventType, DecidedActionEvent } from './events';
import type { ActionItemState } from './state';
import type { ActionStatus } from './vocabulary';

type Evolver<Type extends ActionEventType> = (
  state: ActionItemState,
  event: DecidedActionEvent<Type>,
) => ActionItemState;

/** The action item that a proposal is the beginning of. @public */
export function openedAction(
  id: string,
  { actor, at, data }: DecidedActionEvent<'proposed'>,
): ActionItemState {
  return {
    ...data,
    id,
    status: 'proposed',
    statusSince: at,
    dueSince: at,
    proposedBy: signatureOf(actor),
    proposedAt: at,
  };
}

/** The action item after one more fact. @public */
export function evolveAction<Type extends ActionEventType>(
  state: ActionItemState,
  event: DecidedActionEvent<Type>,
): ActionItemState {
  return (EVOLVERS[event.type] as Evolver<Type>)(state, event);
}

/**
 * The action item that all its events tell of.
 * @throws Error where the first event is not the proposal.
 * @public
 */
export function replayAction(
  id: string,
  [first, ...rest]: readonly DecidedActionEvent[],
): ActionItemState {
  if (first?.type !== 'proposed') {
    throw new Error(`The past of ${id} has no beginning`);
  }
  return rest.reduce<ActionItemState>(evolveAction, openedAction(id, first));
}

const asItIs = (state: ActionItemState) => state;

const EVOLVERS: { [Type in ActionEventType]: Evolver<Type> } = {
  proposed: asItIs,
  accepted: (state, { at }) => became(state, 'accepted', at),
  started: (state, { at }) => became(state, 'in-progress', at),
  finished: (state, { at }) => ({ ...became(state, 'done', at), closedAt: at }),
  verified: (state, { at }) => became(state, 'verified', at),
  'given-up': (state, { at, actor }) => ({
    ...became(state, 'wont-do', at),
    closedAt: at,
    givenUpBy: signatureOf(actor),
  }),
  /** Begins anew, also to be told of. */
  reopened: (
    { closedAt, givenUpBy, dueSoonToldAt, overdueToldAt, ...state },
    { at },
  ) => ({ ...became(state, 'accepted', at), dueSince: at }),
  assigned: ({ responsible, ...state }, { data }) => ({
    ...state,
    ...(data.to && { responsible: data.to }),
  }),
  'made-accountable': (state, { data }) => ({ ...state, accountable: data.to }),
  edited: ({ factor, ...state }, { data }) => ({ ...state, ...data.to }),
  'moved-to-entity': ({ entityGone, ...state }, { data }) => ({
    ...state,
    entity: data.to,
  }),
  'owner-changed': ({ owner, unrouted, ...state }, { data }) => ({
    ...state,
    ...(data.owner && { owner: data.owner }),
    ...(data.unrouted && { unrouted: data.unrouted }),
  }),
  'entity-gone': state => ({ ...state, entityGone: true }),
  'entity-back': ({ entityGone, ...state }) => state,
  'responsible-gone': ({ responsible, ...state }) => state,
  'accountable-gone': ({ accountable, ...state }) => state,
  'due-moved': ({ dueSoonToldAt, overdueToldAt, ...state }, { at, data }) => ({
    ...state,
    dueOn: data.to,
    dueSince: at,
  }),
  'incident-linked': (state, { data }) => ({
    ...state,
    origins: [...state.origins, data.incident],
  }),
  'incident-unlinked': (state, { data }) => ({
    ...state,
    origins: state.origins.filter(({ id }) => id !== data.incident.id),
  }),
  'ticket-asked-for': (state, { data }) => ({ ...state, ticket: data.ticket }),
  'ticket-linked': (state, { data }) => ({ ...state, ticket: data.ticket }),
  'ticket-unlinked': ({ ticket, ...state }) => state,
  recurred: asItIs,
  'note-added': asItIs,
  nudged: asItIs,
  'clock-fired': (state, { at, data }) => ({
    ...state,
    ...(data.clock === 'due-soon'
      ? { dueSoonToldAt: at }
      : { overdueToldAt: at }),
  }),
};

function became(
  state: ActionItemState,
  status: ActionStatus,
  at: string,
): ActionItemState {
  return { ...state, status, statusSince: at };
}
