import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';
import { newsOnce } from './arrange';
import { keyOf, type OutboxEntry } from './outbox';
import { toRow } from './outboxRow';

const AT_ONCE = 300;

/** The `outbox` table as it is filled: what has to be told to whom, until somebody sends it. */
export class OutboxStore {
  /**
   * Writes messages. What is written already stays as it is; news take the place
   * of earlier news of the same subject, channel and recipient.
   */
  async enqueue(
    tx: Knex.Transaction,
    entries: readonly OutboxEntry[],
    now: string,
  ): Promise<void> {
    for (const batch of chunks(newsOnce(entries), AT_ONCE)) {
      await this.#supersede(tx, batch);
      await inserting(
        tx,
        'outbox',
        batch.map(entry => toRow(entry, now)),
      )
        .onConflict('key')
        .ignore();
    }
  }

  /** Takes back what asks somebody to act on these subjects, except what has arrived. */
  async cancelPages(
    tx: Knex.Transaction,
    subjectKind: string,
    subjectIds: readonly string[],
  ): Promise<void> {
    for (const part of chunks(subjectIds, AT_ONCE)) {
      await tx('outbox')
        .where({ subject_kind: subjectKind, kind: 'page' })
        .whereIn('subject_id', part)
        .whereIn('state', ['pending', 'sending'])
        .update(withdrawn(tx, 'cancelled'));
    }
  }

  /** News that are written already take the place of nothing. */
  async #supersede(
    tx: Knex.Transaction,
    entries: readonly OutboxEntry[],
  ): Promise<void> {
    const news = entries.filter(({ kind }) => kind === 'news');
    if (news.length === 0) {
      return;
    }
    const written = new Set<string>(
      await tx('outbox').whereIn('key', news.map(keyOf)).pluck('key'),
    );
    await tx('outbox')
      .where({ kind: 'news' })
      .whereIn(
        ['subject_kind', 'subject_id', 'recipient_ref', 'channel'],
        news
          .filter(entry => !written.has(keyOf(entry)))
          .map(({ subjectKind, subjectId, recipient, channel }) => [
            subjectKind,
            subjectId,
            recipient?.ref ?? '',
            channel,
          ]),
      )
      .whereIn('state', ['pending', 'sending', 'dead'])
      .update(withdrawn(tx, 'superseded'));
  }
}

/** One that is under way cannot be stopped; it takes the state if it does not arrive. */
function withdrawn(tx: Knex.Transaction, state: 'cancelled' | 'superseded') {
  return {
    state: tx.raw(`case when state = 'sending' then state else ? end`, [state]),
    withdrawn_as: tx.raw(`case when state = 'sending' then ? end`, [state]),
    next_attempt_at: tx.raw(
      `case when state = 'sending' then next_attempt_at end`,
    ),
  };
}
