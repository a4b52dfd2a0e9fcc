import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';

/** Looks at the outbox again and again, as another process sees it, for pages of some incidents. */
export class PageWatcher {
  readonly #knex: Knex;
  readonly #titles: string;
  readonly #seen = new Map<string, number>();
  #last: number;
  readonly #watching: Promise<void>;
  #wanted = Infinity;

  /** @param titles - how the titles of the incidents begin */
  static async begin(knex: Knex, titles: string): Promise<PageWatcher> {
    const row = await knex('outbox').max({ last: 'id' }).first();
    return new PageWatcher(knex, titles, Number(row?.last ?? 0));
  }

  private constructor(knex: Knex, titles: string, last: number) {
    this.#knex = knex;
    this.#titles = titles;
    this.#last = last;
    this.#watching = this.#watch();
  }

  /** When the first page of each incident was there, by its title. */
  async untilSeen(incidents: number): Promise<ReadonlyMap<string, number>> {
    this.#wanted = incidents;
    await this.#watching;
    return this.#seen;
  }

  async #watch(): Promise<void> {
    while (this.#seen.size < this.#wanted) {
      const pages = await this.#knex('outbox as o')
        .join('incidents as i', 'i.id', 'o.subject_id')
        .where('o.id', '>', this.#last)
        .where('o.kind', 'page')
        .where('i.title', 'like', `${this.#titles}%`)
        .orderBy('o.id')
        .select('o.id', 'i.title');
      const at = performance.now();
      for (const { id, title } of pages) {
        this.#last = Number(id);
        if (!this.#seen.has(title)) {
          this.#seen.set(title, at);
        }
      }
      await pause(5);
    }
  }
}
