import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { BackendProcess } from './BackendProcess';
import { Caller } from './Caller';
import type { BackendDatabase, Engine } from './BackendDatabase';
import { environmentOf, WHOLE_PORTAL, type Feature } from './features';
import { Postgres } from './Postgres';
import { SqliteFolder } from './SqliteFolder';
import type { CatalogSize } from './syntheticCatalog';

export interface BackendOptions {
  features?: readonly Feature[];
  catalog?: CatalogSize;
  /** Goes on top of what every backend here has; a list takes the place of a list. */
  config?: JsonObject;
  /** `production` unless said otherwise: what is measured is what would be deployed. */
  mode?: 'production' | 'development';
}

const SMALL_CATALOG: CatalogSize = { components: 50, groups: 5, members: 3 };

/** Backends as processes of their own that share one database, each on a port of its own. */
export class Backends {
  readonly database: BackendDatabase;
  readonly #folder: string;
  readonly #processes: BackendProcess[] = [];
  /** What a service sends to be let in at every plugin. */
  readonly #serviceToken = randomBytes(24).toString('base64url');

  static async on(engine: Engine): Promise<Backends> {
    const folder = await mkdtemp(join(tmpdir(), 'linchpin-backends-'));
    const database =
      engine === 'SQLite'
        ? await SqliteFolder.create(join(folder, 'database'))
        : await Postgres.create();
    return new Backends(folder, database);
  }

  private constructor(folder: string, database: BackendDatabase) {
    this.#folder = folder;
    this.database = database;
  }

  /** Starts one more and resolves when it is ready: the first migrates before another looks. */
  async add(
    name: string,
    {
      features = WHOLE_PORTAL,
      catalog = SMALL_CATALOG,
      config = {},
      mode = 'production',
    }: BackendOptions = {},
  ): Promise<BackendProcess> {
    const backend = await BackendProcess.create({
      name,
      folder: this.#folder,
      program: { file: 'test/backends/main.ts', folder: 'test' },
      config: [this.#common(catalog), config],
      env: { NODE_ENV: mode, ...environmentOf(features) },
    });
    this.#processes.push(backend);
    await backend.start();
    return backend;
  }

  /** Asks a backend as a service, such as an alert source, does. */
  service(backend: BackendProcess): Caller {
    return new Caller(backend.url, this.#serviceToken);
  }

  /** Ends all of them, without a farewell, and leaves nothing behind. */
  async remove(): Promise<void> {
    await Promise.all(this.#processes.map(backend => backend.kill()));
    await this.database.remove();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #common(catalog: CatalogSize): JsonObject {
    return {
      backend: {
        database: this.database.config,
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: this.#serviceToken, subject: 'test' },
            },
          ],
        },
      },
      auth: { providers: { persona: {} } },
      permission: { enabled: true },
      catalog: {
        rules: [{ allow: ['Component', 'System', 'Group', 'User'] }],
        // One backend brings the entities, others on the same database have no part in it.
        orphanProviderStrategy: 'keep',
      },
      syntheticCatalog: { ...catalog },
    };
  }
}
