import type { Knex } from 'knex';
import { toInstant } from '../database/instant';
import type { DeadLetter } from './outbox';
import { toEntry, type OutboxRow } from './outboxRow';

/**
 * The `outbox` table, looked at from outside: how much waits, what was given up and
 * is to be sent again, what is over and can be forgotten.
 */
export class OutboxRecords {
  /** The messages that were given up, the newest first. */
  async deadLetters(knex: Knex, limit: number): Promise<DeadLetter[]> {
    const rows: OutboxRow[] = await knex('outbox')
      .where({ state: 'dead' })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(row => {
      const { subjectKind, subjectId, kind, channel, recipient } = toEntry(row);
      return {
        id: String(row.id),
        subjectKind,
        subjectId,
        kind,
        channel,
        ...(recipient && { recipient }),
        attempts: row.attempts,
        error: row.last_error ?? '',
        gaveUpAt: toInstant(row.settled_at!),
      };
    });
  }

  /**
   * Sends messages again that were given up, with all attempts before them.
   *
   * @returns how many of the ids were such messages
   */
  async resend(
    knex: Knex,
    ids: readonly string[],
    now: string,
  ): Promise<number> {
    return knex('outbox')
      .where({ state: 'dead' })
      .whereIn('id', ids.filter(isId))
      .update({
        state: 'pending',
        attempts: 0,
        next_attempt_at: new Date(now),
        settled_at: null,
      });
  }

  /** How many messages wait, since when the first does, and how many were given up. */
  async backlog(
    knex: Knex,
  ): Promise<{ waiting: number; oldestCreatedAt?: string; dead: number }> {
    const open = await knex('outbox')
      .whereIn('state', ['pending', 'sending'])
      .count({ waiting: '*' })
      .min({ oldest: 'created_at' })
      .first();
    const given = await knex('outbox')
      .where({ state: 'dead' })
      .count({ dead: '*' })
      .first();
    return {
      waiting: Number(open?.waiting),
      ...(open?.oldest && { oldestCreatedAt: toInstant(open.oldest) }),
      dead: Number(given?.dead),
    };
  }

  /** What went wrong last among the messages that have not arrived. */
  async lastError(knex: Knex): Promise<string | undefined> {
    const row = await knex('outbox')
      .whereIn('state', ['pending', 'sending', 'dead'])
      .whereNotNull('last_error')
      .orderBy('id', 'desc')
      .first('last_error');
    return row?.last_error;
  }

  /**
   * Forgets messages that nothing will happen to any more.
   *
   * @returns how many there were; as many as the limit means that there may be more
   */
  async prune(
    knex: Knex,
    writtenBefore: string,
    limit: number,
  ): Promise<number> {
    return knex('outbox')
      .whereIn(
        'id',
        knex('outbox')
          .whereIn('state', ['sent', 'cancelled', 'superseded', 'skipped'])
          .where('created_at', '<', new Date(writtenBefore))
          .orderBy('created_at')
          .limit(limit)
          .select('id'),
      )
      .delete();
  }
}

function isId(id: string): boolean {
  return /^\d{1,15}$/.test(id);
}
