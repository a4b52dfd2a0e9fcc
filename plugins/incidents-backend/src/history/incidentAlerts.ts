import type {
  Incident,
  IncidentDetail,
  IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { toInstant, type StoredInstant } from '../database/instant';
import { numberOf } from './incidentRows';

const ALERTS_SHOWN = 50;
const SEEN_BEFORE_SHOWN = 3;

interface AlertRow {
  id: string;
  title: string;
  source: string;
  severity: string;
  labels: string;
  url: string | null;
  occurrences: number | string;
  deliveries: number | string;
  firing: number | string;
  since: StoredInstant;
  ended_at: StoredInstant | null;
}

/** The alerts of an incident, those still firing first. */
export async function alertsOf(
  db: Knex,
  incidentId: string,
): Promise<IncidentDetail['alerts']> {
  const rows = await db('alert_occurrences as o')
    .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
    .where('o.incident_id', incidentId)
    .groupBy('a.id')
    .select('a.id', 'a.title', 'a.source', 'a.severity', 'a.labels', 'a.url')
    .count({ occurrences: '*' })
    .sum({ deliveries: 'o.deliveries' })
    .sum({ firing: db.raw('case when o.firing then 1 else 0 end') })
    .min({ since: 'o.received_at' })
    .max({ ended_at: 'o.ended_at' })
    .orderBy([{ column: 'firing', order: 'desc' }, { column: 'since' }])
    .limit(ALERTS_SHOWN);
  return (rows as unknown as AlertRow[]).map(row => ({
    id: row.id,
    title: row.title,
    source: row.source,
    severity: row.severity,
    labels: JSON.parse(row.labels),
    occurrences: Number(row.occurrences),
    deliveries: Number(row.deliveries),
    firing: Number(row.firing) > 0,
    since: toInstant(row.since),
    endedAt:
      Number(row.firing) > 0 || !row.ended_at ? null : toInstant(row.ended_at),
    url: row.url,
  }));
}

/** The labels of the latest alert of an incident. */
export async function labelsOf(
  db: Knex,
  incidentId: string,
): Promise<Record<string, string>> {
  const row = await db('alert_occurrences as o')
    .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
    .where('o.incident_id', incidentId)
    .orderBy('o.received_at', 'desc')
    .first('a.labels');
  return row ? JSON.parse(row.labels) : {};
}

/** Ended incidents of the same entity with one of the same alerts, newest first. */
export async function seenBefore(
  db: Knex,
  access: Access,
  incident: Incident,
): Promise<IncidentDetail['seenBefore']> {
  const query = db('incidents')
    .whereIn('incidents.id', same =>
      same
        .from('alert_occurrences')
        .whereIn('alert_id', alerts =>
          alerts
            .from('alert_occurrences')
            .where('incident_id', incident.id)
            .select('alert_id'),
        )
        .whereNotNull('incident_id')
        .select('incident_id'),
    )
    .whereNot('incidents.id', incident.id)
    .where('incidents.live', false)
    .where('incidents.declared_at', '<', new Date(incident.declaredAt))
    .orderBy('incidents.declared_at', 'desc')
    .limit(SEEN_BEFORE_SHOWN)
    .select('incidents.id', 'incidents.state', 'incidents.impact_ms');
  const rows = (await access.readable(query)) as {
    id: string;
    state: string;
    impact_ms: number | string;
  }[];
  const notes = await resolutionsOf(
    db,
    rows.map(row => row.id),
  );
  return rows.map(row => {
    const state: IncidentState = JSON.parse(row.state);
    return {
      id: row.id,
      number: numberOf(state),
      title: state.title,
      at: state.stamps.declaredAt,
      impactMs: Number(row.impact_ms),
      resolution: notes.get(row.id) ?? null,
    };
  });
}

async function resolutionsOf(
  db: Knex,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db('incident_events as e')
    .join('incident_texts as t', join =>
      join
        .on('t.incident_id', 'e.incident_id')
        .andOn('t.sequence', 'e.sequence'),
    )
    .whereIn('e.incident_id', [...ids])
    .where('e.type', 'resolved')
    .orderBy('e.sequence')
    .select('e.incident_id', 't.texts');
  return new Map(
    rows.flatMap(row => {
      const { note } = JSON.parse(row.texts);
      return note ? [[row.incident_id, note] as const] : [];
    }),
  );
}
