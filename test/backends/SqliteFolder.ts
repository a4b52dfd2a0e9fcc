import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';
import type { BackendDatabase } from './BackendDatabase';

/** One file for each plugin, in a folder. */
export class SqliteFolder implements BackendDatabase {
  readonly #folder: string;

  static async create(folder: string): Promise<SqliteFolder> {
    await mkdir(folder, { recursive: true });
    return new SqliteFolder(folder);
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  get config(): JsonObject {
    return {
      client: 'better-sqlite3',
      connection: { directory: this.#folder },
    };
  }

  /** The file comes into being when it is opened. */
  async create(): Promise<void> {}

  open(pluginId: string): Knex {
    return knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(this.#folder, `${pluginId}.sqlite`) },
      useNullAsDefault: true,
    });
  }

  /** It goes with the folder that it lies in. */
  async remove(): Promise<void> {}
}
