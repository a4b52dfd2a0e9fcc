import type { Knex } from 'knex';

/**
 * What of the tables of this room is forgotten in time. Each method forgets a
 * bounded number of rows and says how many there were.
 */
export class PruningStore {
  /** The raw messages that were dealt with before then. */
  async pruneBodies(db: Knex, before: Date, most: number): Promise<number> {
    return db('alert_deliveries')
      .whereIn('sequence', old =>
        old
          .from('alert_deliveries')
          .whereNotNull('body')
          .where('received_at', '<', before)
          .whereNot('status', 'pending')
          .orderBy('received_at')
          .limit(most)
          .select('sequence'),
      )
      .update({ body: null });
  }

  /** Messages that were processed, with what became of each of their alerts. */
  async pruneMessages(
    tx: Knex.Transaction,
    before: Date,
    most: number,
  ): Promise<number> {
    const ids: string[] = await tx('alert_deliveries')
      .where('status', 'processed')
      .where('received_at', '<', before)
      .orderBy('received_at')
      .limit(most)
      .pluck('id');
    await tx('alert_delivery_outcomes').whereIn('delivery_id', ids).delete();
    await tx('alert_deliveries')
      .whereIn('id', ids)
      .where('status', 'processed')
      .delete();
    return ids.length;
  }

  /** Occurrences that ended and belong to no incident, and the alerts that have no other. */
  async pruneOccurrences(
    tx: Knex.Transaction,
    before: Date,
    most: number,
  ): Promise<number> {
    const old: { id: string; alert_id: string }[] = await tx(
      'alert_occurrences',
    )
      .whereNull('incident_id')
      .where('received_at', '<', before)
      .where('firing', false)
      .where(ended =>
        ended.whereNull('ended_at').orWhere('ended_at', '<', before),
      )
      .orderBy('received_at')
      .limit(most)
      .select('id', 'alert_id');
    await tx('alert_occurrences')
      .whereIn(
        'id',
        old.map(({ id }) => id),
      )
      .delete();
    await tx('monitoring_alerts')
      .whereIn('id', [...new Set(old.map(({ alert_id }) => alert_id))])
      // Whoever is just writing to one has set this, so it stays.
      .where('last_received_at', '<', before)
      .whereNotExists(
        tx('alert_occurrences')
          .whereRaw('alert_occurrences.alert_id = monitoring_alerts.id')
          .select(tx.raw('1')),
      )
      .delete();
    return old.length;
  }
}
