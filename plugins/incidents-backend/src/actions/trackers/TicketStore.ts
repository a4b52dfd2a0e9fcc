import type { Knex } from 'knex';
import {
  toInstantOrUndefined,
  type StoredInstant,
} from '../../database/instant';

/** How a ticket stands over there. */
export type Standing = 'open' | 'closed';

/** A ticket as it is known here, and how far it is in step. Instants are ISO 8601. */
export interface StoredTicket {
  actionId: string;
  tracker: string;
  /** Missing until it was made. */
  key?: string;
  /** When last known. */
  stands?: Standing;
  waiting: boolean;
  /** When it was first and last tried to have it made. */
  askedAt?: string;
  triedAt?: string;
  revision: number;
}

interface TicketRow {
  action_id: string;
  tracker: string;
  key: string | null;
  stands: Standing | null;
  waiting: boolean | number;
  asked_at: StoredInstant | null;
  tried_at: StoredInstant | null;
  revision: number;
}

/** The `action_tickets` table. */
export class TicketStore {
  /** Writes the ticket that an action has from now on. */
  async put(
    tx: Knex.Transaction,
    ticket: Pick<StoredTicket, 'actionId' | 'tracker' | 'key' | 'stands'> & {
      url?: string;
    },
    now: string,
  ): Promise<void> {
    const row = {
      tracker: ticket.tracker,
      key: ticket.key ?? null,
      url: ticket.url ?? null,
      stands: ticket.stands ?? null,
      waiting: false,
      problem: null,
      failed_at: null,
      looked_at: new Date(now),
      revision: 1,
    };
    await tx('action_tickets')
      .insert({ action_id: ticket.actionId, ...row })
      .onConflict('action_id')
      .merge(row);
  }

  async remove(tx: Knex.Transaction, actionId: string): Promise<void> {
    await tx('action_tickets').where({ action_id: actionId }).delete();
  }

  async get(db: Knex, actionId: string): Promise<StoredTicket | undefined> {
    const row: TicketRow | undefined = await db('action_tickets')
      .where({ action_id: actionId })
      .first();
    return row && toTicket(row);
  }

  /** From now on something of ours is to arrive there. */
  async await(tx: Knex.Transaction, actionId: string): Promise<void> {
    await tx('action_tickets')
      .where({ action_id: actionId })
      .update({
        waiting: true,
        failed_at: null,
        revision: tx.raw('revision + 1'),
      });
  }

  /** It is about to be tried to have it made: from now on it may be there. */
  async trying(db: Knex, actionId: string, now: string): Promise<void> {
    await db('action_tickets')
      .where({ action_id: actionId })
      .update({
        asked_at: db.raw('coalesce(asked_at, ?)', [new Date(now)]),
        tried_at: new Date(now),
      });
  }

  /** It stands so now; in step, unless ours has changed since this revision. */
  async arrived(
    db: Knex,
    { actionId, key, revision }: StoredTicket,
    stands: Standing,
    now: string,
  ): Promise<void> {
    await db('action_tickets')
      .where({ action_id: actionId, key })
      .update({
        stands,
        looked_at: new Date(now),
        waiting: db.raw('case when revision = ? then ? else waiting end', [
          revision,
          false,
        ]),
        problem: null,
        failed_at: null,
      });
  }

  /**
   * What was found over there, where it is still the ticket and ours has not changed
   * since the question.
   *
   * @returns whether it still counts
   */
  async looked(
    db: Knex,
    { actionId, key, revision }: StoredTicket,
    stands: Standing,
    now: string,
  ): Promise<boolean> {
    const counted = await db('action_tickets')
      .where({ action_id: actionId, key, revision, waiting: false })
      .update({
        stands,
        looked_at: new Date(now),
        problem: null,
        failed_at: null,
      });
    return counted > 0;
  }

  async failed(
    db: Knex,
    actionId: string,
    problem: string,
    now: string,
  ): Promise<void> {
    await db('action_tickets')
      .where({ action_id: actionId })
      .update({
        problem,
        failed_at: new Date(now),
        looked_at: new Date(now),
      });
  }

  /** Tickets to be looked at, those first that were not for longest; not of what was over long before. */
  async toLookAt(
    db: Knex,
    closedSince: string,
    limit: number,
  ): Promise<StoredTicket[]> {
    const rows: TicketRow[] = await db('action_tickets')
      .join('action_items', 'action_items.id', 'action_tickets.action_id')
      .where('action_tickets.waiting', false)
      .whereNotNull('action_tickets.key')
      .where(recent =>
        recent
          .whereNull('action_items.closed_at')
          .orWhere('action_items.closed_at', '>', new Date(closedSince)),
      )
      .orderBy('action_tickets.looked_at')
      .limit(limit)
      .select('action_tickets.*');
    return rows.map(toTicket);
  }

  /** Those that something of ours has not reached and that have not been tried since. */
  async givenUp(
    db: Knex,
    failedBefore: string,
    limit: number,
  ): Promise<string[]> {
    return db('action_tickets')
      .where({ waiting: true })
      .where('failed_at', '<', new Date(failedBefore))
      .orderBy('looked_at')
      .limit(limit)
      .pluck('action_id');
  }
}

function toTicket(row: TicketRow): StoredTicket {
  const askedAt = toInstantOrUndefined(row.asked_at);
  const triedAt = toInstantOrUndefined(row.tried_at);
  return {
    actionId: row.action_id,
    tracker: row.tracker,
    ...(row.key && { key: row.key }),
    ...(row.stands && { stands: row.stands }),
    waiting: Boolean(row.waiting),
    ...(askedAt && { askedAt }),
    ...(triedAt && { triedAt }),
    revision: row.revision,
  };
}
