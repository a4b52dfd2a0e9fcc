import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';

export type Engine = 'SQLite' | 'PostgreSQL';

/** The database that the backends of a test share. */
export interface BackendDatabase {
  /** `backend.database` of the configuration. */
  readonly config: JsonObject;
  /** Makes the database of a plugin, for who fills it before a backend starts. */
  create(pluginId: string): Promise<void>;
  /** Looks into the database of a plugin beside the backends. Whoever opens it ends it. */
  open(pluginId: string): Knex;
  remove(): Promise<void>;
}
