import type { SourceRow } from '@linchpin/backstage-plugin-incidents-common/transfer';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';

/** All rows of one incident of another system, in the order of the file. */
export interface SourceIncident {
  sourceId: string;
  rows: SourceRow[];
}

const AT_ONCE = 200;

/** The `import_rows` table: the rows of files that are to be imported. */
export class ImportRowStore {
  async insert(
    db: Knex,
    importId: string,
    rows: readonly { sourceId: string; row: SourceRow }[],
  ): Promise<void> {
    for (const part of chunks(rows, AT_ONCE)) {
      await inserting(
        db,
        'import_rows',
        part.map(({ sourceId, row }) => ({
          import_id: importId,
          source_id: sourceId,
          line: row.line,
          fields: JSON.stringify(row.fields),
        })),
      );
    }
  }

  /** The next incidents behind one, in the order of their ids. */
  async next(
    db: Knex,
    importId: string,
    after: string | undefined,
    most: number,
  ): Promise<SourceIncident[]> {
    const ids = db('import_rows')
      .where({ import_id: importId })
      .orderBy('source_id')
      .limit(most)
      .distinct('source_id');
    if (after !== undefined) {
      ids.where('source_id', '>', after);
    }
    const rows: { source_id: string; line: number; fields: string }[] =
      await db('import_rows')
        .where({ import_id: importId })
        .whereIn('source_id', await ids.pluck('source_id'))
        .orderBy(['source_id', 'line'])
        .select('source_id', 'line', 'fields');
    const incidents: SourceIncident[] = [];
    for (const { source_id: sourceId, line, fields } of rows) {
      const row = { line, fields: JSON.parse(fields) };
      const last = incidents[incidents.length - 1];
      if (last?.sourceId === sourceId) {
        last.rows.push(row);
      } else {
        incidents.push({ sourceId, rows: [row] });
      }
    }
    return incidents;
  }

  /** @returns how many there were, at most so many */
  async deleteSome(db: Knex, importId: string, most: number): Promise<number> {
    return db('import_rows')
      .whereIn(
        ['import_id', 'source_id', 'line'],
        db('import_rows')
          .where({ import_id: importId })
          .limit(most)
          .select('import_id', 'source_id', 'line'),
      )
      .delete();
  }
}
