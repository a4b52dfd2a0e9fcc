import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { Arrivals } from './Arrivals';
import type { PageWatcher } from './PageWatcher';

const EVERY_MS = 5;

/** Asks SQLite again and again, since it tells no other process of a commit. */
export class AskingPageWatcher implements PageWatcher {
  readonly #knex: Knex;
  readonly #arrivals = new Arrivals();
  readonly #watching: Promise<void>;
  #last: number;
  #isOver = false;

  static async begin(knex: Knex): Promise<AskingPageWatcher> {
    const row = await knex('outbox').max({ last: 'id' }).first();
    return new AskingPageWatcher(knex, Number(row?.last ?? 0));
  }

  private constructor(knex: Knex, last: number) {
    this.#knex = knex;
    this.#last = last;
    this.#watching = this.#watch();
  }

  async untilSeen(titles: Iterable<string>) {
    await Promise.race([this.#arrivals.ofAll(titles), this.#watching]);
    this.#isOver = true;
    await this.#watching;
    return this.#arrivals.times;
  }

  async #watch(): Promise<void> {
    while (!this.#isOver) {
      const pages = await this.#knex('outbox as o')
        .join('incidents as i', 'i.id', 'o.subject_id')
        .where('o.id', '>', this.#last)
        .where('o.kind', 'page')
        .orderBy('o.id')
        .select('o.id', 'i.title');
      const at = performance.now();
      for (const { id, title } of pages) {
        this.#last = Number(id);
        this.#arrivals.note(title, at);
      }
      await pause(EVERY_MS);
    }
  }
}
