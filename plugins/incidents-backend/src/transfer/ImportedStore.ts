import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';

/** That an incident of another system is here, and which one it is. */
export interface Imported {
  system: string;
  sourceId: string;
  incidentId: string;
  importId: string;
}

const AT_ONCE = 200;

/** The `imported_incidents` table, whose key makes each of them be here once. */
export class ImportedStore {
  async insert(tx: Knex.Transaction, made: readonly Imported[]): Promise<void> {
    for (const part of chunks(made, AT_ONCE)) {
      await inserting(
        tx,
        'imported_incidents',
        part.map(({ system, sourceId, incidentId, importId }) => ({
          system,
          source_id: sourceId,
          incident_id: incidentId,
          import_id: importId,
        })),
      );
    }
  }

  /** Those of these that are here already. */
  async known(
    db: Knex,
    system: string,
    sourceIds: readonly string[],
  ): Promise<Set<string>> {
    const known: string[] = await db('imported_incidents')
      .where({ system })
      .whereIn('source_id', [...sourceIds])
      .pluck('source_id');
    return new Set(known);
  }
}
