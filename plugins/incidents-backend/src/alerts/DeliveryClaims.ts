import type { Knex } from 'knex';
import { unconfirmed, withFree } from '../database/dialect';
import { toInstant, type StoredInstant } from '../database/instant';
import type { KeptMessage } from './DeliveryStore';

/** What is known of a message that this process has taken up. */
export interface ClaimedDelivery {
  id: string;
  source: string;
  receivedAt: string;
  /** How often it was taken up, this time included. */
  attempts: number;
  /** What the integration key that it came by is for. */
  keyFor?: string;
}

/** A message that this process has taken up, and what it says. */
export type ClaimedMessage = ClaimedDelivery &
  Pick<KeptMessage, 'headers' | 'body'>;

/** By whom and until when messages are taken up. */
export interface Claim {
  owner: string;
  now: string;
  until: string;
}

const ERROR_MAX = 2_000;

/** The `alert_deliveries` table, as long as a message is worked on: by whom, and what comes of it. */
export class DeliveryClaims {
  /**
   * Takes up messages in the order of their arrival: those that nobody works on,
   * or whose worker has not been heard of. Their lease is renewed or runs out.
   *
   * @param most - how many at most
   * @param largest - how many characters all together, though always one message
   */
  async claim(
    db: Knex,
    { owner, now, until }: Claim,
    { most, largest }: { most: number; largest: number },
  ): Promise<ClaimedMessage[]> {
    const time = new Date(now);
    const free = db('alert_deliveries')
      .where('status', 'pending')
      .where(due =>
        due.whereNull('next_attempt_at').orWhere('next_attempt_at', '<=', time),
      )
      .where(idle =>
        idle.whereNull('lease_until').orWhere('lease_until', '<=', time),
      )
      .orderBy('sequence')
      .limit(most)
      .select('sequence', 'size');
    const rows: {
      sequence: string | number;
      id: string;
      source: string;
      received_at: StoredInstant;
      headers: string;
      body: string;
      attempts: number;
      key_for: string | null;
    }[] = await unconfirmed(db, withFree(db, 'alert_deliveries', free))
      .whereIn('sequence', leadingFree(db, largest))
      .update({
        lease_owner: owner,
        lease_until: new Date(until),
        attempts: db.raw('attempts + 1'),
      })
      .returning([
        'sequence',
        'id',
        'source',
        'received_at',
        'headers',
        'body',
        'attempts',
        'key_for',
      ]);
    return rows
      .sort((a, b) => Number(a.sequence) - Number(b.sequence))
      .map(row => ({
        id: row.id,
        source: row.source,
        receivedAt: toInstant(row.received_at),
        headers: JSON.parse(row.headers),
        body: row.body,
        attempts: row.attempts,
        ...(row.key_for && { keyFor: row.key_for }),
      }));
  }

  /**
   * Keeps what is being worked on from being taken up by others. What a
   * transaction holds at the moment needs it not, and is not waited for.
   */
  async renew(
    db: Knex,
    owner: string,
    ids: readonly string[],
    until: string,
  ): Promise<void> {
    const idle = leased(db, owner)
      .whereIn('id', [...ids])
      .select('sequence');
    await unconfirmed(db, withFree(db, 'alert_deliveries', idle))
      .whereIn('sequence', db.select('sequence').from('free'))
      .update({ lease_until: new Date(until) });
  }

  /** When the next message can be taken up that cannot be yet. */
  async nextAfter(db: Knex, now: string): Promise<string | undefined> {
    const free = db.raw('coalesce(lease_until, next_attempt_at)');
    const row = await db('alert_deliveries')
      .where('status', 'pending')
      .where(free, '>', new Date(now))
      .min({ next: free })
      .first();
    return row?.next ? toInstant(row.next) : undefined;
  }

  /** Those that are still this worker's, locked: nobody else writes their outcome. */
  async lockClaimed(
    tx: Knex.Transaction,
    owner: string,
    ids: readonly string[],
  ): Promise<Set<string>> {
    if (ids.length === 0) {
      return new Set();
    }
    const held: string[] = await leased(tx, owner)
      .whereIn('id', [...ids])
      .orderBy('sequence')
      .forUpdate()
      .pluck('id');
    return new Set(held);
  }

  /** The same for those that are done with at the end of the transaction. */
  async processed(
    tx: Knex.Transaction,
    owner: string,
    ids: readonly string[],
    now: string,
  ): Promise<Set<string>> {
    if (ids.length === 0) {
      return new Set();
    }
    const done: { id: string }[] = await leased(tx, owner)
      .whereIn('id', [...ids])
      .update({
        status: 'processed',
        processed_at: new Date(now),
        next_attempt_at: null,
        lease_owner: null,
        lease_until: null,
        error: null,
      })
      .returning('id');
    return new Set(done.map(({ id }) => id));
  }

  async noteTruncated(
    tx: Knex.Transaction,
    id: string,
    truncated: number,
  ): Promise<void> {
    await tx('alert_deliveries').where({ id }).update({ truncated });
  }

  /** It is tried again later. */
  async postpone(
    db: Knex,
    owner: string,
    id: string,
    until: string,
    error: string,
  ): Promise<void> {
    await leased(db, owner)
      .where({ id })
      .update({
        next_attempt_at: new Date(until),
        lease_owner: null,
        lease_until: null,
        error: error.slice(0, ERROR_MAX),
      });
  }

  /** It is given up, and shown to those who run the installation. */
  async fail(
    db: Knex,
    owner: string,
    id: string,
    error: string,
  ): Promise<void> {
    await leased(db, owner)
      .where({ id })
      .update({
        status: 'failed',
        next_attempt_at: null,
        lease_owner: null,
        lease_until: null,
        error: error.slice(0, ERROR_MAX),
      });
  }
}

function leased(db: Knex, owner: string): Knex.QueryBuilder {
  return db('alert_deliveries').where({
    lease_owner: owner,
    status: 'pending',
  });
}

/** The first of the free ones that are not too much together, but always one. */
function leadingFree(db: Knex, largest: number): Knex.QueryBuilder {
  const counted = db
    .select('sequence', 'size')
    .select(db.raw('sum(size) over (order by sequence) as together'))
    .from('free');
  return db
    .select('sequence')
    .from(counted.as('counted'))
    .where('together', '<=', largest)
    .orWhereRaw('together = size');
}
