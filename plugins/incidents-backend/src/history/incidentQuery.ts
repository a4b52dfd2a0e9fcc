import type { Knex } from 'knex';
import type { Access } from '../authorization';
import {
  NO_COUNTS,
  type IncidentCounts,
  type IncidentRow,
} from './incidentRows';

/** Incidents that a request may read, with the text of their last update. */
export function readableIncidents(
  db: Knex,
  access: Access,
): Knex.QueryBuilder<object, IncidentRow[]> {
  const query = db('incidents')
    .leftJoin('incident_events as update', join =>
      join
        .on('update.incident_id', 'incidents.id')
        .andOn('update.sequence', 'incidents.update_sequence'),
    )
    .leftJoin('incident_texts as update_texts', join =>
      join
        .on('update_texts.incident_id', 'incidents.id')
        .andOn('update_texts.sequence', 'incidents.update_sequence'),
    )
    .leftJoin('incident_texts as declared_texts', join =>
      join
        .on('declared_texts.incident_id', 'incidents.id')
        .andOn('declared_texts.sequence', db.raw('1')),
    )
    .select(
      'incidents.id',
      'incidents.number',
      'incidents.version',
      'incidents.state',
      'incidents.impact_ms',
      'incidents.declared_at',
      'update.at as update_at',
      'update.actor_ref as update_by_ref',
      'update.actor_name as update_by_name',
      'update.data as update_data',
      'update_texts.texts as update_texts',
      'declared_texts.texts as declared_texts',
    );
  return access.readable(query) as Knex.QueryBuilder<object, IncidentRow[]>;
}

interface CountRow {
  incident_id: string;
  alerts: number | string;
  firing: number | string;
  people: number | string;
}

/** How many alerts and affected people each of these incidents has; one statement. */
export async function countsOf(
  db: Knex,
  ids: readonly string[],
): Promise<Map<string, IncidentCounts>> {
  const counts = new Map<string, IncidentCounts>();
  if (ids.length === 0) {
    return counts;
  }
  const alerts = db('alert_occurrences')
    .whereIn('incident_id', [...ids])
    .groupBy('incident_id')
    .select('incident_id')
    .count({ alerts: '*' })
    .sum({ firing: db.raw('case when firing then 1 else 0 end') })
    .select(db.raw('0 as people'));
  const people = db('incident_people')
    .whereIn('incident_id', [...ids])
    .where('role', 'affected')
    .groupBy('incident_id')
    .select('incident_id', db.raw('0 as alerts'), db.raw('0 as firing'))
    .count({ people: '*' });
  const rows: CountRow[] = await db.unionAll([alerts, people]);
  for (const row of rows) {
    const known = counts.get(row.incident_id) ?? NO_COUNTS;
    counts.set(row.incident_id, {
      alerts: known.alerts + Number(row.alerts),
      firing: known.firing + Number(row.firing),
      affectedPeople: known.affectedPeople + Number(row.people),
    });
  }
  return counts;
}
