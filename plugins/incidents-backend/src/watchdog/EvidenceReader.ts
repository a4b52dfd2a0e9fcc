import {
  isKnownEvent,
  type IncidentEvidence,
  type WatchBounds,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { toInstant, type StoredInstant } from '../database/instant';
import { NOTIFICATIONS_CHANNEL } from '../delivery';
import { toEvent, type EventRow } from '../incidents/EventStore';
import { INCIDENT } from '../incidents/neighbours';

/** How many incidents of each sort one round looks at. */
const AT_MOST = { found: 200, late: 200, changed: 300, live: 500 };

/** Where a round begins, and where the one before it ended. */
export interface Round {
  now: string;
  /** What was written before then was looked at. */
  changedSince: string;
  /** The live incident that was looked at last. */
  lastId: string;
}

/** Things that wait, and since when the first does. */
export interface Waiting {
  count: number;
  since: string;
}

/**
 * Reads what lies in the database, across the rooms, for nobody but the watchdog:
 * if it asked the engines' own stores it would share their errors.
 */
export class EvidenceReader {
  /**
   * The incidents of one round, each once: those found wrong before, those with a
   * clock that is late, what has changed of late, and some more of the live ones,
   * which are gone through in turn.
   */
  async incidentsOf(
    db: Knex,
    { now, changedSince, lastId }: Round,
    bounds: WatchBounds,
  ): Promise<{ ids: string[]; lastId: string }> {
    const found: string[] = await db('watchdog_findings')
      .whereNot('subject_id', '')
      .orderBy('seen_at')
      .limit(AT_MOST.found)
      .pluck('subject_id');
    const late: string[] = await db('clocks')
      .where('due_at', '<', earlier(now, bounds.clocksWithin))
      .where({ subject_kind: INCIDENT })
      .orderBy('due_at')
      .limit(AT_MOST.late)
      .pluck('subject_id');
    const changed: string[] = await db('incident_events')
      .where('recorded_at', '>=', new Date(changedSince))
      .orderBy('recorded_at', 'desc')
      .limit(AT_MOST.changed)
      .pluck('incident_id');
    const live: string[] = await db('incidents')
      .whereRaw('live')
      .where('id', '>', lastId)
      .orderBy('id')
      .limit(AT_MOST.live)
      .pluck('id');
    return {
      ids: [...new Set([...found, ...late, ...changed, ...live])],
      lastId: live.length === AT_MOST.live ? live.at(-1)! : '',
    };
  }

  /**
   * All there is about these incidents, read at one moment. Left out are those
   * that do not exist, and those whose timeline a newer release has written.
   *
   * @param openedAfter - from when on the messages about openings are still there
   */
  async evidence(
    tx: Knex.Transaction,
    ids: readonly string[],
    openedAfter: string,
  ): Promise<IncidentEvidence[]> {
    const rows = await tx('incidents')
      .whereIn('id', [...ids])
      .select('id', 'state', 'version', 'declared_at');
    const events = await this.#events(tx, ids);
    const clocks = await this.#clocks(tx, ids);
    const messages = await this.#openingMessages(tx, ids);
    return rows
      .filter(row => (events.get(row.id) ?? []).every(isKnownEvent))
      .map(row => ({
        incidentId: row.id,
        events: (events.get(row.id) ?? []).map(toEvent),
        stored: { state: JSON.parse(row.state), version: row.version },
        clocks: clocks.get(row.id) ?? [],
        ...(toInstant(row.declared_at) >= openedAfter && {
          openingMessages: messages.get(row.id) ?? [],
        }),
      }));
  }

  /** Messages of senders that nobody has processed, received before then. */
  async unprocessedAlerts(
    db: Knex,
    receivedBefore: Date,
  ): Promise<Waiting | undefined> {
    const row = await db('alert_deliveries')
      .where({ status: 'pending' })
      .where('received_at', '<', receivedBefore)
      .count({ count: '*' })
      .min({ since: 'received_at' })
      .first();
    return waiting(row);
  }

  /** Messages to people and programs that a relay should have taken before then. */
  async unsentMessages(
    db: Knex,
    takenBefore: Date,
  ): Promise<Waiting | undefined> {
    const row = await db('outbox')
      .whereNotNull('next_attempt_at')
      .where('next_attempt_at', '<', takenBefore)
      .count({ count: '*' })
      .min({ since: 'next_attempt_at' })
      .first();
    return waiting(row);
  }

  async #events(tx: Knex.Transaction, ids: readonly string[]) {
    const rows: EventRow[] = await tx('incident_events')
      .whereIn('incident_id', [...ids])
      .orderBy(['incident_id', 'sequence']);
    return grouped(rows, row => row.incident_id);
  }

  async #clocks(tx: Knex.Transaction, ids: readonly string[]) {
    const rows = await tx('clocks')
      .where({ subject_kind: INCIDENT })
      .whereIn('subject_id', [...ids])
      .select('subject_id', 'kind', 'due_at');
    return grouped(
      rows.map(row => ({
        id: row.subject_id as string,
        kind: row.kind as string,
        dueAt: toInstant(row.due_at),
      })),
      row => row.id,
    );
  }

  async #openingMessages(tx: Knex.Transaction, ids: readonly string[]) {
    const rows: {
      subject_id: string;
      cause: string;
      recipient_ref: string;
    }[] = await tx('outbox')
      .where({ subject_kind: INCIDENT, channel: NOTIFICATIONS_CHANNEL })
      .whereIn('subject_id', [...ids])
      .select('subject_id', 'cause', 'recipient_ref');
    return grouped(
      rows.map(row => ({
        id: row.subject_id,
        sequence: Number.parseInt(row.cause, 10),
        recipientRef: row.recipient_ref,
      })),
      row => row.id,
    );
  }
}

function waiting(
  row: { count?: number | string; since?: StoredInstant } | undefined,
): Waiting | undefined {
  return row?.since === undefined || row.since === null
    ? undefined
    : { count: Number(row.count), since: toInstant(row.since) };
}

function grouped<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(idOf(row));
    if (group) {
      group.push(row);
    } else {
      groups.set(idOf(row), [row]);
    }
  }
  return groups;
}

function earlier(now: string, milliseconds: number): Date {
  return new Date(Date.parse(now) - milliseconds);
}
