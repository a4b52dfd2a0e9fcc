import type { Knex } from 'knex';
import { inserting } from '../database/inserting';
import { toInstant } from '../database/instant';

/** The integration key that a message came by, and the group or entity it is for. */
export interface KeyOfMessage {
  id: string;
  forRef: string;
}

/** A message as it is kept. */
export interface KeptMessage {
  id: string;
  source: string;
  receivedAt: string;
  headers: Record<string, string | undefined>;
  /** As it came. */
  body: string;
  key?: KeyOfMessage;
}

/** What became of a message as a whole. */
export interface DeliveryState {
  id: string;
  status: 'pending' | 'processed' | 'failed';
  receivedAt: string;
  error?: string;
}

/** The `alert_deliveries` table: messages of senders, from their arrival on. */
export class DeliveryStore {
  /** One statement, so all of them are kept or none. */
  async keep(db: Knex, messages: readonly KeptMessage[]): Promise<void> {
    await inserting(
      db,
      'alert_deliveries',
      messages.map(({ id, source, receivedAt, headers, body, key }) => ({
        id,
        source,
        received_at: new Date(receivedAt),
        headers: JSON.stringify(headers),
        body,
        size: body.length,
        status: 'pending',
        key_id: key?.id ?? null,
        key_for: key?.forRef ?? null,
      })),
    );
  }

  /** How many messages wait for the first time, and since when the oldest does. */
  async backlog(
    db: Knex,
  ): Promise<{ waiting: number; oldestReceivedAt?: string }> {
    const row = await db('alert_deliveries')
      .where('status', 'pending')
      .whereNull('next_attempt_at')
      .count({ waiting: '*' })
      .min({ oldest: 'received_at' })
      .first();
    return {
      waiting: Number(row?.waiting),
      ...(row?.oldest && { oldestReceivedAt: toInstant(row.oldest) }),
    };
  }

  async state(db: Knex, id: string): Promise<DeliveryState | undefined> {
    const row = await db('alert_deliveries')
      .where({ id })
      .first('id', 'status', 'received_at', 'error');
    return (
      row && {
        id: row.id,
        status: row.status,
        receivedAt: toInstant(row.received_at),
        ...(row.error && { error: row.error }),
      }
    );
  }
}
