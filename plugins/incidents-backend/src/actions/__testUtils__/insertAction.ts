import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import {
  isOpenAction,
  type ActionItemState,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Knex } from 'knex';
import { mei, minute, toPayments } from '../../incidents/__testUtils__/ward';

/** Writes down an action item of the payments API as it stands, without its past. */
export async function insertAction(
  knex: Knex,
  {
    number,
    incidents,
    dueAt = minute(60),
    unowned,
    ...given
  }: Partial<ActionItemState> & {
    number: number;
    /** Ids. */
    incidents: readonly string[];
    dueAt?: string;
    unowned?: true;
  },
): Promise<string> {
  const state: ActionItemState = {
    id: `action-${number}`,
    number,
    title: `Do something about it, ${number}`,
    type: 'prevent',
    priority: 'P2',
    status: 'accepted',
    statusSince: minute(0),
    entity: toPayments.entity,
    ...(!unowned && { owner: toPayments.owner }),
    dueOn: dueAt.slice(0, 10),
    dueSince: minute(0),
    origins: incidents.map((id, index) => ({ id, number: index + 1 })),
    proposedBy: mei satisfies PersonSnapshot,
    proposedAt: minute(0),
    ...given,
  };
  await knex('action_items').insert({
    id: state.id,
    number,
    version: 1,
    state: JSON.stringify(state),
    title: state.title,
    search_title: state.title.toLowerCase(),
    type: state.type,
    priority: state.priority,
    status: state.status,
    open: isOpenAction(state.status),
    entity_ref: state.entity?.ref,
    owner_ref: state.owner?.ref,
    responsible_ref: state.responsible?.ref,
    factor: state.factor,
    due_on: state.dueOn,
    due_at: new Date(dueAt),
    proposed_at: new Date(state.proposedAt),
    closed_at: state.closedAt && new Date(state.closedAt),
    place: number,
  });
  await knex('action_incidents').insert(
    incidents.map(incident => ({ action_id: state.id, incident_id: incident })),
  );
  return state.id;
}
