import type { Knex } from 'knex';
import { chunks } from '../database/chunks';

const AT_ONCE = 200;

/**
 * An incident with those that were merged into it, and into those: what they brought
 * about is seen at the one that they went on as, for as long as the merge stands.
 */
export async function withMerged(
  db: Knex,
  incidentId: string,
): Promise<string[]> {
  const found = new Set([incidentId]);
  for (let asked = [incidentId]; asked.length > 0;) {
    const merged = await mergedInto(db, asked);
    asked = merged.filter(id => !found.has(id));
    asked.forEach(id => found.add(id));
  }
  return [...found];
}

async function mergedInto(
  db: Knex,
  incidentIds: readonly string[],
): Promise<string[]> {
  const merged = new Set<string>();
  for (const part of chunks(incidentIds, AT_ONCE)) {
    const rows: { type: string; data: string }[] = await db('incident_events')
      .whereIn('incident_id', part)
      .whereIn('type', ['absorbed', 'released'])
      .orderBy(['incident_id', 'sequence'])
      .select('type', 'data');
    for (const { type, data } of rows) {
      const { id } = JSON.parse(data).from;
      if (type === 'absorbed') {
        merged.add(id);
      } else {
        merged.delete(id);
      }
    }
  }
  return [...merged];
}
