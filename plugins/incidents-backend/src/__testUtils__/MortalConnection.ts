import knexFactory, { type Knex } from 'knex';

/** What there is of a connection of either engine. */
interface Connection {
  /** better-sqlite3 */
  close?(): void;
  /** pg */
  connection?: { stream: { destroy(): void } };
}

/** A dead process says nothing of what it still waited for. */
const SILENT = { warn() {}, error() {} };

/**
 * A process's hold on a database, which ends in the middle of things: after a
 * number of statements its connections are cut, an open transaction is lost with
 * them, and nothing comes through any more. BEGIN and COMMIT count as well.
 */
export class MortalConnection {
  readonly knex: Knex;
  readonly #connections: Connection[] = [];
  #statements = 0;
  #last = Number.POSITIVE_INFINITY;

  constructor(config: Knex.Config) {
    this.knex = knexFactory({ ...config, log: SILENT });
    this.knex.client.pool.on(
      'createSuccess',
      (_event: unknown, connection: Connection) =>
        this.#connections.push(connection),
    );
    this.knex.on('query', () => {
      this.#statements += 1;
      if (this.#statements > this.#last) {
        this.#cut();
        throw new Error('The process has ended');
      }
    });
  }

  /** @param n - which statement from now on is the last, from 1 */
  dieAfter(n: number): void {
    this.#last = this.#statements + n;
  }

  /** Whether it wanted to say more than it could. */
  get isDead(): boolean {
    return this.#statements > this.#last;
  }

  async close(): Promise<void> {
    this.#cut();
    await this.knex.destroy();
  }

  #cut(): void {
    for (const each of this.#connections.splice(0)) {
      each.connection?.stream.destroy();
      each.close?.();
    }
  }
}
