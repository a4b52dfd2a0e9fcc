import type { Knex } from 'knex';

/** The incidents that the alerts of a message belong to, in the order of the message. */
export async function incidentsOfDelivery(
  knex: Knex,
  deliveryId: string,
): Promise<(string | undefined)[]> {
  const rows = await knex('alert_delivery_outcomes as d')
    .leftJoin('alert_occurrences as o', 'o.id', 'd.occurrence_id')
    .where('d.delivery_id', deliveryId)
    .orderBy('d.position')
    .select('o.incident_id');
  return rows.map(row => row.incident_id ?? undefined);
}
