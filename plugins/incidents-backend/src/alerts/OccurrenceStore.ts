import type {
  AlertDisposition,
  KnownOccurrence,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';
import {
  toInstant,
  toInstantOrUndefined,
  type StoredInstant,
} from '../database/instant';

/** One time that an alert fired. */
export interface Occurrence extends KnownOccurrence {
  id: string;
  alertId: string;
  /** Ours, at first sight. */
  receivedAt: string;
  /** Ours, when its end was received. */
  endedAt?: string;
  deliveries: number;
  disposition: AlertDisposition;
  reason: string;
  unmatched?: 'none' | 'several';
  incidentId?: string;
}

interface OccurrenceRow {
  id: string;
  alert_id: string;
  starts_at: StoredInstant;
  received_at: StoredInstant;
  ended_at: StoredInstant | null;
  firing: boolean | number;
  deliveries: number;
  disposition: AlertDisposition;
  reason: string;
  unmatched: 'none' | 'several' | null;
  incident_id: string | null;
}

/** That an alert belonged to an incident. */
export interface EarlierAttachment {
  alertId: string;
  incidentId: string;
}

const AT_ONCE = 100;

/** Stands in the trail of an alert after the incident that people moved it out of. */
export const MOVED_OUT = ':out';

/** The `alert_occurrences` table: each time that an alert fired. */
export class OccurrenceStore {
  /** Of these alerts: what fires, and what has one of these starts. */
  async known(
    tx: Knex.Transaction,
    alertIds: readonly string[],
    starts: readonly string[],
  ): Promise<Occurrence[]> {
    const rows: OccurrenceRow[] = await tx('alert_occurrences')
      .whereIn('alert_id', [...alertIds])
      .where(either =>
        either.where('firing', true).orWhereIn(
          'starts_at',
          starts.map(start => new Date(start)),
        ),
      );
    return rows.map(toOccurrence);
  }

  async insert(
    tx: Knex.Transaction,
    occurrences: readonly Occurrence[],
  ): Promise<void> {
    for (const part of chunks(occurrences, AT_ONCE)) {
      await inserting(
        tx,
        'alert_occurrences',
        part.map(occurrence => ({
          id: occurrence.id,
          alert_id: occurrence.alertId,
          starts_at: new Date(occurrence.startsAt),
          received_at: new Date(occurrence.receivedAt),
          ended_at: occurrence.endedAt ? new Date(occurrence.endedAt) : null,
          firing: occurrence.firing,
          deliveries: occurrence.deliveries,
          disposition: occurrence.disposition,
          reason: occurrence.reason,
          unmatched: occurrence.unmatched ?? null,
          incident_id: occurrence.incidentId ?? null,
        })),
      );
    }
  }

  /** Counts that they were sent again, each so many times. */
  async count(
    tx: Knex.Transaction,
    ids: readonly string[],
    times: number,
  ): Promise<void> {
    await tx('alert_occurrences')
      .whereIn('id', [...ids])
      .increment('deliveries', times);
  }

  async end(
    tx: Knex.Transaction,
    ids: readonly string[],
    endedAt: string,
  ): Promise<void> {
    await tx('alert_occurrences')
      .whereIn('id', [...ids])
      .update({ firing: false, ended_at: new Date(endedAt) });
  }

  /** Writes what became of one that had been on record only. */
  async dispose(tx: Knex.Transaction, occurrence: Occurrence): Promise<void> {
    await tx('alert_occurrences')
      .where({ id: occurrence.id })
      .update({
        disposition: occurrence.disposition,
        reason: occurrence.reason,
        unmatched: occurrence.unmatched ?? null,
        incident_id: occurrence.incidentId ?? null,
      });
  }

  /** Those of the incidents that have an alert which fires. */
  async firingIn(
    tx: Knex.Transaction,
    incidentIds: readonly string[],
  ): Promise<Set<string>> {
    const rows = await tx('alert_occurrences')
      .whereIn('incident_id', [...incidentIds])
      .where('firing', true)
      .distinct('incident_id');
    return new Set(rows.map(row => row.incident_id));
  }

  /** When the last alert of each incident ended; those that have none that did are missing. */
  async lastEnds(
    tx: Knex.Transaction,
    incidentIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows: { incident_id: string; ended_at: StoredInstant | null }[] =
      await tx('alert_occurrences')
        .whereIn('incident_id', [...incidentIds])
        .where({ firing: false })
        .groupBy('incident_id')
        .select('incident_id')
        .max({ ended_at: 'ended_at' });
    return new Map(
      rows.flatMap(({ incident_id: id, ended_at: endedAt }) =>
        endedAt === null ? [] : [[id, toInstant(endedAt)]],
      ),
    );
  }

  /** Where people moved these alerts out to last, by alert. */
  async movedOutTo(
    tx: Knex.Transaction,
    alertIds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows: { alert_id: string; incident_id: string }[] = await tx(
      'alert_occurrences',
    )
      .whereIn('alert_id', [...alertIds])
      .where('moved_from', 'like', `%${MOVED_OUT}`)
      .orderBy('received_at')
      .select('alert_id', 'incident_id');
    return new Map(rows.map(row => [row.alert_id, row.incident_id]));
  }

  /** The incidents that each of these alerts belonged to last, so many at most, the latest first. */
  async lastIncidents(
    tx: Knex.Transaction,
    alertIds: readonly string[],
    most: number,
  ): Promise<EarlierAttachment[]> {
    const rows: {
      alert_id: string;
      incident_id: string;
      received_at: StoredInstant;
    }[] = await tx
      .from(
        tx('alert_occurrences')
          .whereIn('alert_id', [...alertIds])
          .whereNotNull('incident_id')
          .groupBy('alert_id', 'incident_id')
          .select('alert_id', 'incident_id')
          .max({ received_at: 'received_at' })
          .select(
            tx.raw(
              'row_number() over (partition by alert_id order by max(received_at) desc) as place',
            ),
          )
          .as('attachments'),
      )
      .where('place', '<=', most)
      .orderBy('received_at', 'desc')
      .select('alert_id', 'incident_id', 'received_at');
    return rows.map(row => ({
      alertId: row.alert_id,
      incidentId: row.incident_id,
    }));
  }
}

function toOccurrence(row: OccurrenceRow): Occurrence {
  const endedAt = toInstantOrUndefined(row.ended_at);
  return {
    id: row.id,
    alertId: row.alert_id,
    startsAt: toInstant(row.starts_at),
    firing: Boolean(row.firing),
    receivedAt: toInstant(row.received_at),
    ...(endedAt && { endedAt }),
    deliveries: row.deliveries,
    disposition: row.disposition,
    reason: row.reason,
    ...(row.unmatched && { unmatched: row.unmatched }),
    ...(row.incident_id && { incidentId: row.incident_id }),
  };
}
