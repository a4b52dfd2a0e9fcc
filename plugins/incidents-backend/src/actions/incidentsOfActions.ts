import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { toInstant, type StoredInstant } from '../database/instant';
import type { Reading } from '../history/incidentQuery';
import { numberOf } from '../history/incidentRows';
import { seenRecurrences } from './seenRecurrences';

/** What an action item shows of incidents, each the newest first. */
export type ShownIncidents = Pick<Action, 'incidents' | 'recurrences'>;

interface IncidentRow {
  action_id: string;
  number: number;
}

/** Of actions that may be read, and so what they came from; by id. */
export async function incidentsOfActions(
  db: Knex,
  access: Reading,
  actionIds: readonly string[],
): Promise<(actionId: string) => ShownIncidents> {
  if (actionIds.length === 0) {
    return () => ({ incidents: [], recurrences: [] });
  }
  const [origins, recurrences] = await Promise.all([
    originsOf(db, actionIds),
    recurrencesOf(db, access, actionIds),
  ]);
  return id => ({
    incidents: (origins.get(id) ?? []).map(row => ({
      number: numberOf(row),
      title: row.title,
    })),
    recurrences: (recurrences.get(id) ?? []).map(row => ({
      number: numberOf(row),
      at: toInstant(row.at),
    })),
  });
}

async function originsOf(
  db: Knex,
  actionIds: readonly string[],
): Promise<Map<string, (IncidentRow & { title: string })[]>> {
  const rows = await db('action_incidents as origin')
    .join('incidents', 'incidents.id', 'origin.incident_id')
    .whereIn('origin.action_id', [...actionIds])
    .orderBy([
      { column: 'incidents.declared_at', order: 'desc' },
      { column: 'incidents.number', order: 'desc' },
    ])
    .select('origin.action_id', 'incidents.number', 'incidents.title');
  return byAction(rows);
}

async function recurrencesOf(
  db: Knex,
  access: Reading,
  actionIds: readonly string[],
): Promise<Map<string, (IncidentRow & { at: StoredInstant })[]>> {
  const rows = await seenRecurrences(db, access, recurrences =>
    recurrences.whereIn('again.action_id', [...actionIds]),
  )
    .orderBy([
      { column: 'incidents.at', order: 'desc' },
      { column: 'incidents.number', order: 'desc' },
    ])
    .select('incidents.action_id', 'incidents.at', 'incidents.number');
  return byAction(rows);
}

function byAction<Row extends IncidentRow>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const ofOne = found.get(row.action_id) ?? [];
    ofOne.push(row);
    found.set(row.action_id, ofOne);
  }
  return found;
}
