import type { Knex } from 'knex';
import { unconfirmed, withFree } from '../database/dialect';
import { unlessLost } from '../database/inTransaction';
import { toInstant } from '../database/instant';
import type { OutboxMessage, Outcome } from './outbox';
import { toEntry, type OutboxRow } from './outboxRow';

/** A relay's hold on a message that it sends. */
export interface Lease {
  owner: string;
  until: string;
}

const ERROR_MAX = 1_000;

/** As the index says it that has these alone: not a parameter, or SQLite does not see that it is the same. */
const IN_FLIGHT = `state = 'sending'`;

/** The `outbox` table, from when a relay takes a message until it has arrived or is given up. */
export class OutboxClaims {
  /**
   * Takes the next messages to send them, first of all those of a relay that died:
   * their lease has ended, and they have waited for longest. While one is sent, no
   * other of the same subject and recipient is taken.
   *
   * @param most - how many at most
   * @param except - ids that this relay is still busy with, whatever their lease says
   */
  async claim(
    db: Knex,
    lease: Lease,
    { most, except }: { most: number; except: readonly string[] },
    now: string,
  ): Promise<OutboxMessage[]> {
    const lost = await this.#takeOver(db, lease, { most, except }, now);
    const room = most - lost.length;
    const next =
      room > 0
        ? await unlessLost(() => this.#takeNext(db, lease, room, now))
        : [];
    return [...lost, ...next];
  }

  async #takeOver(
    db: Knex,
    lease: Lease,
    { most, except }: { most: number; except: readonly string[] },
    now: string,
  ): Promise<OutboxMessage[]> {
    const lost = db('outbox')
      .whereRaw(IN_FLIGHT)
      .where('next_attempt_at', '<=', new Date(now))
      .whereNotIn('id', except)
      .orderBy('id')
      .limit(most)
      .select('id');
    const rows: OutboxRow[] = await unconfirmed(db, freeOf(db, lost))
      .update(takenOver(db, lease))
      .returning('*');
    return messagesOf(rows.filter(row => !row.withdrawn_as));
  }

  async #takeNext(
    db: Knex,
    lease: Lease,
    most: number,
    now: string,
  ): Promise<OutboxMessage[]> {
    const next = due(db, now)
      .orderBy(['o.next_attempt_at', 'o.id'])
      .limit(most)
      .select('o.id');
    const rows: OutboxRow[] = await unconfirmed(db, freeOf(db, next))
      .update({
        state: 'sending',
        attempts: db.raw('attempts + 1'),
        lease_owner: lease.owner,
        next_attempt_at: new Date(lease.until),
      })
      .returning('*');
    return messagesOf(rows);
  }

  /**
   * Holds on to messages that take their time. What another transaction has locked
   * is left for the next time, since several rows are never waited for.
   */
  async renew(knex: Knex, ids: readonly string[], lease: Lease): Promise<void> {
    const free = freeOf(knex, held(knex, ids, lease.owner));
    await unconfirmed(knex, free).update({
      next_attempt_at: new Date(lease.until),
    });
  }

  /**
   * Writes down that messages have arrived, all of them or none. Nothing happens
   * to one whose lease was lost: whoever has it now says what becomes of it.
   */
  async arrived(
    knex: Knex,
    ids: readonly string[],
    owner: string,
    at: string,
  ): Promise<void> {
    const outcome = { state: 'sent', at } as const;
    const settled = new Set<string>();
    if (ids.length > 1) {
      const free = freeOf(knex, held(knex, ids, owner));
      const rows: Pick<OutboxRow, 'id'>[] = await free
        .update(settledAs(knex, outcome))
        .returning('id');
      rows.forEach(({ id }) => settled.add(String(id)));
    }
    // One by one: a statement that waits for several rows could wait for ever.
    for (const id of ids.filter(one => !settled.has(one))) {
      await this.settle(knex, id, owner, outcome);
    }
  }

  /** The same for one message, however its attempt has ended. */
  async settle(
    knex: Knex,
    id: string,
    owner: string,
    outcome: Outcome,
  ): Promise<void> {
    await leased(knex, owner).where({ id }).update(settledAs(knex, outcome));
  }

  /** When a relay has to look again for what it cannot take yet. */
  async nextAfter(knex: Knex, now: string): Promise<string | undefined> {
    const row = await knex('outbox')
      .where('next_attempt_at', '>', new Date(now))
      .orderBy('next_attempt_at')
      .first('next_attempt_at');
    return row && toInstant(row.next_attempt_at);
  }
}

/** Those messages of a query that no other transaction holds. */
function freeOf(db: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return withFree(db, 'outbox', query).whereIn(
    'id',
    db.select('id').from('free'),
  );
}

/** Messages that wait and may be taken: the first of each subject and recipient. */
function due(db: Knex, now: string): Knex.QueryBuilder {
  const instant = new Date(now);
  return db('outbox as o')
    .where('o.state', 'pending')
    .where('o.next_attempt_at', '<=', instant)
    .whereNotExists(
      db('outbox as other')
        .select(db.raw('1'))
        .whereRaw('other.subject_kind = o.subject_kind')
        .whereRaw('other.subject_id = o.subject_id')
        .whereRaw('other.recipient_ref = o.recipient_ref')
        .whereRaw('other.id <> o.id')
        .where(inFlightOrBefore =>
          inFlightOrBefore
            .where('other.state', 'sending')
            .orWhere(before =>
              before
                .where('other.state', 'pending')
                .where('other.next_attempt_at', '<=', instant)
                .whereRaw('other.id < o.id'),
            ),
        ),
    );
}

/** One that was taken back while its relay sent it is not sent any more. */
function takenOver(db: Knex, { owner, until }: Lease) {
  return {
    state: db.raw(`coalesce(withdrawn_as, 'sending')`),
    attempts: db.raw(
      'case when withdrawn_as is null then attempts + 1 else attempts end',
    ),
    lease_owner: db.raw('case when withdrawn_as is null then ? end', [owner]),
    // coalesce tells PostgreSQL the type of the parameter
    next_attempt_at: db.raw(
      'case when withdrawn_as is null then coalesce(?, next_attempt_at) end',
      [new Date(until)],
    ),
  };
}

/** What becomes of a message whose attempt has ended. */
function settledAs(knex: Knex, outcome: Outcome) {
  const failed = outcome.state === 'pending' || outcome.state === 'dead';
  return {
    state: failed
      ? knex.raw('coalesce(withdrawn_as, ?)', [outcome.state])
      : outcome.state,
    next_attempt_at:
      outcome.state === 'pending'
        ? knex.raw(
            'case when withdrawn_as is null then coalesce(?, next_attempt_at) end',
            [new Date(outcome.retryAt)],
          )
        : null,
    withdrawn_as: null,
    lease_owner: null,
    ...('error' in outcome && {
      last_error: outcome.error.slice(0, ERROR_MAX),
    }),
    ...('at' in outcome && { settled_at: new Date(outcome.at) }),
  };
}

/** Those that an owner still holds. */
function held(
  knex: Knex,
  ids: readonly string[],
  owner: string,
): Knex.QueryBuilder {
  return leased(knex, owner)
    .whereIn('id', [...ids])
    .select('id');
}

function leased(knex: Knex, owner: string): Knex.QueryBuilder {
  return knex('outbox').where({ lease_owner: owner, state: 'sending' });
}

/** In the order in which they were written. */
function messagesOf(rows: readonly OutboxRow[]): OutboxMessage[] {
  return [...rows]
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map(row => ({
      ...toEntry(row),
      id: String(row.id),
      key: row.key,
      attempts: row.attempts,
    }));
}
