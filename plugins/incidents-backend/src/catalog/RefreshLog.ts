import type { Knex } from 'knex';
import { toInstantOrUndefined } from '../database/instant';

/** How reading the whole catalog went last. */
export interface RefreshStatus {
  /** When the last whole reading began. */
  refreshedAt?: string;
  /** How many entities it found. */
  entities: number;
  /** How many the one before found. */
  entitiesBefore: number;
  /** Why the latest attempt failed; missing where it did not. */
  error?: string;
}

/** The `directory_refresh` table. */
export class RefreshLog {
  async status(db: Knex): Promise<RefreshStatus> {
    const row = await db('directory_refresh').where({ id: 1 }).first();
    const refreshedAt = toInstantOrUndefined(row.refreshed_at);
    return {
      ...(refreshedAt && { refreshedAt }),
      entities: row.entities,
      entitiesBefore: row.entities_before,
      ...(row.error && { error: row.error }),
    };
  }

  async succeeded(db: Knex, at: string, entities: number): Promise<void> {
    await db('directory_refresh')
      .where({ id: 1 })
      .update({
        refreshed_at: new Date(at),
        entities_before: db.ref('entities'),
        entities,
        error: null,
      });
  }

  async failed(db: Knex, error: string): Promise<void> {
    await db('directory_refresh').where({ id: 1 }).update({ error });
  }
}
