import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import type {
  ActionItemState,
  ActionStatus,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import { isOpenAction } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { toInstant, type StoredInstant } from '../database/instant';
import { named, namedPerson } from '../history/incidentRows';
import type { ShownIncidents } from './incidentsOfActions';

/** `ACT-12` */
export function actionNumberOf({ number }: { number: number }): string {
  return `ACT-${number}`;
}

/** What a list reads of an action item, in one row. */
export interface ActionRow {
  id: string;
  number: number;
  version: number;
  state: string;
  status: ActionStatus;
  due_at: StoredInstant;
  place: number | string;
  /** Of its ticket; null where it has none. */
  ticket_waiting: boolean | number | null;
  ticket_problem: string | null;
}

const ACTION_COLUMNS = [
  'id',
  'number',
  'version',
  'state',
  'status',
  'due_at',
  'place',
].map(column => `action_items.${column}`);

/** What lists read of a query over `action_items`. */
export function asRows(found: Knex.QueryBuilder): Knex.QueryBuilder {
  return found
    .leftJoin('action_tickets', 'action_tickets.action_id', 'action_items.id')
    .select(ACTION_COLUMNS)
    .select({
      ticket_waiting: 'action_tickets.waiting',
      ticket_problem: 'action_tickets.problem',
    });
}

/** An action item as every list of the API shows it. */
export function toAction(
  row: ActionRow,
  shown: ShownIncidents,
  now: string,
): Action {
  const state: ActionItemState = JSON.parse(row.state);
  const dueAt = toInstant(row.due_at);
  return {
    id: state.id,
    number: actionNumberOf(state),
    title: state.title,
    type: state.type,
    priority: state.priority,
    status: state.status,
    statusSince: state.statusSince,
    entity: named(state.entity),
    owner: named(state.owner),
    unrouted: state.unrouted ?? null,
    responsible: namedPerson(state.responsible),
    accountable: namedPerson(state.accountable),
    dueOn: state.dueOn,
    dueAt,
    overdue: isOpenAction(state.status) && dueAt <= now,
    factor: state.factor ?? null,
    ...shown,
    ticket: ticketOf(state, row),
    createdAt: state.proposedAt,
    version: row.version,
  };
}

function ticketOf(
  { ticket }: ActionItemState,
  { ticket_waiting, ticket_problem }: ActionRow,
): Action['ticket'] {
  if (!ticket) {
    return null;
  }
  const { tracker, trackerTitle, key = null, url = null } = ticket;
  const step = ticket_waiting ? 'waiting' : 'in-step';
  return {
    tracker,
    trackerTitle,
    key,
    url,
    sync: ticket_problem ? 'failed' : step,
    problem: ticket_problem,
  };
}
