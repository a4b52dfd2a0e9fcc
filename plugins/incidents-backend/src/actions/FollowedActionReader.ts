import {
  type ActionStatus,
  type FollowedAction,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Period } from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import {
  toInstant,
  toInstantOrUndefined,
  type StoredInstant,
} from '../database/instant';
import type { Reading } from '../history/incidentQuery';
import type { Scope } from '../history/scope';
import { narrowActionsTo, visibleActions } from './visibleActions';

interface ActionRow {
  status: ActionStatus;
  owner_ref: string | null;
  responsible_ref: string | null;
  proposed_at: StoredInstant;
  due_on: string;
  due_at: StoredInstant;
  closed_at: StoredInstant | null;
}

/** Reads whether action items were done, and when. */
export class FollowedActionReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those that are open, and those that fell due or were closed in a period. */
  async read(
    access: Reading,
    scope: Scope,
    { from, to }: Period,
  ): Promise<FollowedAction[]> {
    const isIn = [new Date(from), new Date(to)] as const;
    const rows: ActionRow[] = await visibleActions(
      this.#knex,
      access,
      actions => {
        narrowActionsTo(actions, scope);
        actions.where(any =>
          any
            .where('action_items.open', true)
            .orWhereBetween('action_items.due_at', isIn)
            .orWhereBetween('action_items.closed_at', isIn),
        );
      },
    ).select(
      'action_items.status',
      'action_items.owner_ref',
      'action_items.responsible_ref',
      'action_items.proposed_at',
      'action_items.due_on',
      'action_items.due_at',
      'action_items.closed_at',
    );
    return rows.map(followedAction);
  }
}

function followedAction(row: ActionRow): FollowedAction {
  const closedAt = toInstantOrUndefined(row.closed_at);
  return {
    status: row.status,
    proposedAt: toInstant(row.proposed_at),
    dueOn: row.due_on,
    dueAt: toInstant(row.due_at),
    ...(row.owner_ref && { ownerRef: row.owner_ref }),
    ...(row.responsible_ref && { responsibleRef: row.responsible_ref }),
    ...(closedAt && { closedAt }),
  };
}
