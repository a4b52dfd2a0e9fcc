import {
  ACTION_EVENT_VERSION,
  type ActionEvent,
  type ActionPolicy,
  type DecidedActionEvent,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Knex } from 'knex';
import { toActor, toActorColumns, type ActorColumns } from '../database/actor';
import { inserting } from '../database/inserting';
import { toInstant, type StoredInstant } from '../database/instant';
import { lockFree } from '../database/lockFree';
import { rowOf, type StoredAction } from './storedAction';

/** What is written of an action item at once. */
export interface ActionChange {
  after: StoredAction;
  events: readonly DecidedActionEvent[];
  /** The command that led to it. */
  clientId?: string;
  /** Of one that is new: who proposed it with which client id. */
  proposeKey?: string;
}

interface EventRow extends ActorColumns {
  action_id: string;
  sequence: number;
  type: string;
  at: StoredInstant;
  data: string;
  texts: string | null;
}

/** The tables of action items: each as it stands, what happened to it, where it came from. */
export class ActionStore {
  readonly #policy: Pick<ActionPolicy, 'zone'>;

  constructor(policy: Pick<ActionPolicy, 'zone'>) {
    this.#policy = policy;
  }

  /** Takes the next number; that of a transaction that is rolled back is given again. */
  async nextNumber(tx: Knex.Transaction): Promise<number> {
    const [{ last }] = await tx('action_numbers')
      .where({ id: 1 })
      .increment('last', 1)
      .returning('last');
    return last;
  }

  /** Reads and locks action items in id order, so that two commands cannot wait for each other. */
  async lock(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<Map<string, StoredAction>> {
    const rows: { id: string; version: number; state: string }[] = await tx(
      'action_items',
    )
      .whereIn('id', [...new Set(ids)].sort())
      .orderBy('id')
      .forUpdate()
      .select('id', 'version', 'state');
    return new Map(
      rows.map(({ id, version, state }) => [
        id,
        { state: JSON.parse(state), version },
      ]),
    );
  }

  /** Locks those that nobody else is changing; answers which they are. */
  lockFree(tx: Knex.Transaction, ids: readonly string[]): Promise<Set<string>> {
    return lockFree(tx, 'action_items', ids);
  }

  /** Writes one as it stands now with what happened to it. */
  async write(
    tx: Knex.Transaction,
    { after, events, clientId, proposeKey }: ActionChange,
  ): Promise<void> {
    const { id, number, ...row } = rowOf(after, this.#policy);
    await tx('action_items')
      .insert({ id, number, ...row, propose_key: proposeKey ?? null })
      .onConflict('id')
      .merge(Object.keys(row));
    const firstSequence = after.version - events.length + 1;
    await inserting(
      tx,
      'action_events',
      events.map((event, index) => ({
        action_id: id,
        sequence: firstSequence + index,
        type: event.type,
        version: ACTION_EVENT_VERSION,
        ...toActorColumns(event.actor),
        at: new Date(event.at),
        data: JSON.stringify(event.data),
        texts: event.texts ? JSON.stringify(event.texts) : null,
        client_id: index === 0 ? (clientId ?? null) : null,
      })),
    );
    if (events.some(({ type }) => CHANGES_ORIGINS.has(type))) {
      await tx('action_incidents').where({ action_id: id }).delete();
      await inserting(
        tx,
        'action_incidents',
        after.state.origins.map(origin => ({
          action_id: id,
          incident_id: origin.id,
        })),
      );
    }
  }

  /** Whether a command with this client id has been carried out. */
  async hasDone(
    tx: Knex.Transaction,
    id: string,
    clientId: string,
  ): Promise<boolean> {
    const row = await tx('action_events')
      .where({ action_id: id, client_id: clientId })
      .first('sequence');
    return row !== undefined;
  }

  async idByProposeKey(
    db: Knex,
    proposeKey: string,
  ): Promise<string | undefined> {
    const row = await db('action_items')
      .where({ propose_key: proposeKey })
      .first('id');
    return row?.id;
  }

  async get(db: Knex, id: string): Promise<StoredAction | undefined> {
    const row = await db('action_items')
      .where({ id })
      .first('version', 'state');
    return row && { state: JSON.parse(row.state), version: row.version };
  }

  /** What happened to one, oldest first; from an event on, or all of it. */
  async events(db: Knex, id: string, from = 1): Promise<ActionEvent[]> {
    const rows: EventRow[] = await db('action_events')
      .where({ action_id: id })
      .where('sequence', '>=', from)
      .orderBy('sequence');
    return rows.map(toEvent);
  }
}

const CHANGES_ORIGINS: ReadonlySet<DecidedActionEvent['type']> = new Set([
  'proposed',
  'incident-linked',
  'incident-unlinked',
]);

function toEvent(row: EventRow): ActionEvent {
  return {
    sequence: row.sequence,
    type: row.type,
    actor: toActor(row),
    at: toInstant(row.at),
    data: JSON.parse(row.data),
    ...(row.texts && { texts: JSON.parse(row.texts) }),
  } as ActionEvent;
}
