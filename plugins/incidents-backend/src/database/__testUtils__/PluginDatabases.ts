import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { sendAhead } from '../dialect';
import { migrate } from '../migrate';

/** A PostgreSQL database that can be made as its migrations left it. */
class EmptiedDatabase {
  readonly knex: Knex;
  readonly #rows: ReadonlyMap<string, readonly object[]>;

  static async of(knex: Knex): Promise<EmptiedDatabase> {
    const tables = await tablesOf(knex);
    const rows = new Map<string, readonly object[]>();
    for (const table of tables) {
      rows.set(table, await knex(table));
    }
    return new EmptiedDatabase(knex, rows);
  }

  private constructor(
    knex: Knex,
    rows: ReadonlyMap<string, readonly object[]>,
  ) {
    this.knex = knex;
    this.#rows = rows;
  }

  /** Tables that a test has made are gone as well. */
  async empty(): Promise<void> {
    await this.knex.transaction(async tx => {
      // Without the checks of references, which want an order.
      await tx.raw('set local session_replication_role = replica');
      const statements = (await tablesOf(tx)).map(table =>
        this.#rows.has(table)
          ? `delete from "${table}"`
          : `drop table "${table}"`,
      );
      await tx.raw(statements.join(';'));
      for (const [table, rows] of this.#rows) {
        if (rows.length > 0) {
          await tx(table).insert(rows);
        }
      }
    });
  }
}

/** SQLite databases that begin as one was once its migrations had run. */
class CopiedDatabase {
  readonly #image: Buffer;
  readonly #copies: Knex[] = [];

  static async of(knex: Knex): Promise<CopiedDatabase> {
    const connection = await knex.client.acquireConnection();
    const image: Buffer = connection.serialize();
    await knex.client.releaseConnection(connection);
    return new CopiedDatabase(image);
  }

  private constructor(image: Buffer) {
    this.#image = image;
  }

  copy(): Knex {
    const knex = knexFactory({
      client: 'better-sqlite3',
      // The driver takes what a file would hold in place of its name, as knex does not know.
      connection: { filename: this.#image as unknown as string },
      useNullAsDefault: true,
    });
    this.#copies.push(knex);
    return knex;
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#copies.map(copy => copy.destroy()));
  }
}

/**
 * Databases with the tables of this plugin and nothing in them. Its migrations take
 * PostgreSQL half a second and SQLite a twentieth, so they run once in a file:
 * later tests get a copy of what they made, or on PostgreSQL, one that an earlier
 * test has done with, emptied.
 */
export class PluginDatabases {
  readonly #databases: TestDatabases;
  readonly #free: EmptiedDatabase[] = [];
  readonly #taken: EmptiedDatabase[] = [];
  #copied: CopiedDatabase | undefined;

  static create(options: { ids: TestDatabaseId[] }): PluginDatabases {
    const databases = new PluginDatabases(TestDatabases.create(options));
    afterEach(() => databases.#free.push(...databases.#taken.splice(0)));
    afterAll(() => databases.#copied?.destroy());
    return databases;
  }

  private constructor(databases: TestDatabases) {
    this.#databases = databases;
  }

  eachSupportedId(): [TestDatabaseId][] {
    return this.#databases.eachSupportedId();
  }

  /** One that nothing else of this test has. */
  async init(id: TestDatabaseId): Promise<Knex> {
    if (id === 'SQLITE_3') {
      this.#copied ??= await CopiedDatabase.of(await this.#migrated(id));
      return this.#copied.copy();
    }
    const free = this.#free.pop();
    await free?.empty();
    const database =
      free ?? (await EmptiedDatabase.of(await this.#migrated(id)));
    this.#taken.push(database);
    return database.knex;
  }

  async #migrated(id: TestDatabaseId): Promise<Knex> {
    const knex = await this.#databases.init(id);
    sendAhead(knex);
    await migrate(knex);
    return knex;
  }
}

async function tablesOf(knex: Knex): Promise<string[]> {
  return knex('pg_tables')
    .where({ schemaname: 'public' })
    .whereNot('tablename', 'like', 'knex_migrations%')
    .pluck('tablename');
}
