import type { JsonObject } from '@backstage/types';

/**
 * What a message is for. `page`: somebody is to act; cancelled when somebody
 * has. `news`: replaced by later news of the same subject. `event`: for machines,
 * every one counts.
 */
export type OutboxKind = 'page' | 'news' | 'event';

/**
 * Where a message stands. `skipped`: its channel is not installed. `dead`: given
 * up after the last attempt, waits for somebody to send it again.
 */
export type OutboxState =
  | 'pending'
  | 'sending'
  | 'sent'
  | 'cancelled'
  | 'superseded'
  | 'skipped'
  | 'dead';

/** Something to be told, written in the transaction of what it is about. */
export interface OutboxEntry {
  subjectKind: string;
  subjectId: string;
  /** What made it be written; with subject, channel and recipient it is written once. */
  cause: string;
  kind: OutboxKind;
  channel: string;
  /** Absent where the channel has no recipients. */
  recipient?: { ref: string; name: string };
  /** Ids only: the words are found when it is sent. */
  payload: JsonObject;
}

/** An entry that a relay has taken to send it. */
export interface OutboxMessage extends OutboxEntry {
  id: string;
  key: string;
  /** How often it was tried, this attempt included. */
  attempts: number;
}

/** A message that was given up. */
export interface DeadLetter extends Pick<
  OutboxMessage,
  | 'id'
  | 'subjectKind'
  | 'subjectId'
  | 'kind'
  | 'channel'
  | 'recipient'
  | 'attempts'
> {
  error: string;
  gaveUpAt: string;
}

/** How an attempt ended, and what becomes of the message. Instants are ISO 8601. */
export type Outcome =
  | { state: 'sent'; at: string }
  | { state: 'superseded' }
  | { state: 'skipped'; error: string }
  | { state: 'pending'; error: string; retryAt: string }
  | { state: 'dead'; error: string; at: string };

/** The same telling has the same key, whenever and wherever it is written. */
export function keyOf(entry: OutboxEntry): string {
  return [
    entry.subjectKind,
    entry.subjectId,
    entry.cause,
    entry.channel,
    entry.recipient?.ref ?? '',
  ].join('|');
}
