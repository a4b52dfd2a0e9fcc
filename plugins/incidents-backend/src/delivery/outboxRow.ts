import type { StoredInstant } from '../database/instant';
import { keyOf, type OutboxEntry, type OutboxKind } from './outbox';

/** A row of the `outbox` table. */
export interface OutboxRow {
  id: string | number;
  key: string;
  subject_kind: string;
  subject_id: string;
  cause: string;
  kind: OutboxKind;
  channel: string;
  recipient_ref: string;
  recipient_name: string;
  payload: string;
  withdrawn_as: 'cancelled' | 'superseded' | null;
  attempts: number;
  last_error: string | null;
  settled_at: StoredInstant | null;
}

/** The row that a new entry is written as. */
export function toRow(entry: OutboxEntry, now: string) {
  return {
    key: keyOf(entry),
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    cause: entry.cause,
    kind: entry.kind,
    channel: entry.channel,
    recipient_ref: entry.recipient?.ref ?? '',
    recipient_name: entry.recipient?.name ?? '',
    payload: JSON.stringify(entry.payload),
    state: 'pending',
    attempts: 0,
    next_attempt_at: new Date(now),
    created_at: new Date(now),
  };
}

/** The entry that a row was written from. */
export function toEntry(row: OutboxRow): OutboxEntry {
  return {
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    cause: row.cause,
    kind: row.kind,
    channel: row.channel,
    ...(row.recipient_ref && {
      recipient: { ref: row.recipient_ref, name: row.recipient_name },
    }),
    payload: JSON.parse(row.payload),
  };
}
