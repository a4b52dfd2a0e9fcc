import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isPostgres } from '../dialect';
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

/**
 * Databases with the tables of this plugin and nothing in them. To make one
 * takes PostgreSQL a third of a second, so there a test gets one that an earlier
 * test of the file has done with, emptied.
 */
export class PluginDatabases {
  readonly #databases: TestDatabases;
  readonly #free: EmptiedDatabase[] = [];
  readonly #taken: EmptiedDatabase[] = [];

  static create(options: { ids: TestDatabaseId[] }): PluginDatabases {
    const databases = new PluginDatabases(TestDatabases.create(options));
    afterEach(() => databases.#free.push(...databases.#taken.splice(0)));
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
    const free = id.startsWith('POSTGRES') ? this.#free.pop() : undefined;
    if (free) {
      await free.empty();
      this.#taken.push(free);
      return free.knex;
    }
    const knex = await this.#databases.init(id);
    await migrate(knex);
    if (isPostgres(knex)) {
      this.#taken.push(await EmptiedDatabase.of(knex));
    }
    return knex;
  }
}

async function tablesOf(knex: Knex): Promise<string[]> {
  return knex('pg_tables')
    .where({ schemaname: 'public' })
    .whereNot('tablename', 'like', 'knex_migrations%')
    .pluck('tablename');
}
