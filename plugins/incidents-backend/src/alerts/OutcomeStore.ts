import type { AlertDisposition } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';

/** What became of one alert of a message. */
export interface AlertOutcome {
  deliveryId: string;
  /** In the message, from 0. */
  position: number;
  /** Missing where it was kept aside. */
  occurrenceId?: string;
  title: string;
  disposition: AlertDisposition | 'kept-aside';
  reason: string;
  /** The beginning of one that was kept aside. */
  excerpt?: string;
  receivedAt: string;
}

/** An outcome with the incident that the alert belongs to now. */
export interface ReadOutcome {
  title: string;
  disposition: AlertOutcome['disposition'];
  reason: string;
  incidentId?: string;
}

const AT_ONCE = 100;

/** The `alert_delivery_outcomes` table: what became of each alert of a message. */
export class OutcomeStore {
  async insert(
    tx: Knex.Transaction,
    outcomes: readonly AlertOutcome[],
  ): Promise<void> {
    for (const part of chunks(outcomes, AT_ONCE)) {
      await inserting(
        tx,
        'alert_delivery_outcomes',
        part.map(outcome => ({
          delivery_id: outcome.deliveryId,
          position: outcome.position,
          occurrence_id: outcome.occurrenceId ?? null,
          title: outcome.title,
          disposition: outcome.disposition,
          reason: outcome.reason,
          excerpt: outcome.excerpt ?? null,
          received_at: new Date(outcome.receivedAt),
        })),
      );
    }
  }

  /** The positions that are dealt with already, by message. */
  async settled(
    tx: Knex.Transaction,
    deliveryIds: readonly string[],
  ): Promise<Map<string, Set<number>>> {
    if (deliveryIds.length === 0) {
      return new Map();
    }
    const rows = await tx('alert_delivery_outcomes')
      .whereIn('delivery_id', [...deliveryIds])
      .select('delivery_id', 'position');
    const settled = new Map<string, Set<number>>();
    for (const { delivery_id: id, position } of rows) {
      settled.set(id, (settled.get(id) ?? new Set()).add(position));
    }
    return settled;
  }

  /** What became of the alerts of a message, in its order. */
  async ofDelivery(
    db: Knex,
    deliveryId: string,
    most: number,
  ): Promise<ReadOutcome[]> {
    const rows = await db('alert_delivery_outcomes as d')
      .leftJoin('alert_occurrences as o', 'o.id', 'd.occurrence_id')
      .where('d.delivery_id', deliveryId)
      .orderBy('d.position')
      .limit(most)
      .select('d.title', 'd.disposition', 'd.reason', 'o.incident_id');
    return rows.map(row => ({
      title: row.title,
      disposition: row.disposition,
      reason: row.reason,
      ...(row.incident_id && { incidentId: row.incident_id }),
    }));
  }
}
