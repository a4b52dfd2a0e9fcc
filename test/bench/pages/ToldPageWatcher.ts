import type { Knex } from 'knex';
import { Arrivals } from './Arrivals';
import type { PageWatcher } from './PageWatcher';

const CHANNEL = 'bench_pages';

/** What is needed of a connection of the driver. */
interface Connection {
  query(statement: string): Promise<unknown>;
  on(
    event: 'notification',
    listener: (notification: { payload: string }) => void,
  ): void;
}

/**
 * Is told by PostgreSQL as soon as a commit is made. Asking again and again would see
 * it late, and would take from the backend what is measured: all share two cores.
 */
export class ToldPageWatcher implements PageWatcher {
  readonly #knex: Knex;
  readonly #connection: Connection;
  readonly #arrivals: Arrivals;

  static async begin(knex: Knex): Promise<ToldPageWatcher> {
    const arrivals = new Arrivals();
    const connection: Connection = await knex.client.acquireRawConnection();
    connection.on('notification', ({ payload: title }) =>
      arrivals.note(title, performance.now()),
    );
    await connection.query(`listen ${CHANNEL}`);
    await tellOfPages(knex);
    return new ToldPageWatcher(knex, connection, arrivals);
  }

  private constructor(knex: Knex, connection: Connection, arrivals: Arrivals) {
    this.#knex = knex;
    this.#connection = connection;
    this.#arrivals = arrivals;
  }

  async untilSeen(titles: Iterable<string>) {
    await this.#arrivals.ofAll(titles);
    await this.#knex.raw(`drop trigger ${CHANNEL} on outbox`);
    await this.#knex.client.destroyRawConnection(this.#connection);
    return this.#arrivals.times;
  }
}

/** Has the database tell who listens of a page, with the commit that it comes by. */
async function tellOfPages(knex: Knex): Promise<void> {
  await knex.raw(`
    create or replace function ${CHANNEL}() returns trigger language plpgsql as $$
    begin
      perform pg_notify(
        '${CHANNEL}',
        (select title from incidents where id = new.subject_id)
      );
      return null;
    end $$`);
  await knex.raw(`
    create trigger ${CHANNEL} after insert on outbox
    for each row when (new.kind = 'page') execute function ${CHANNEL}()`);
}
