import type { Knex } from 'knex';
import type { DeliveryStore } from './DeliveryStore';

/** Short enough to let others at a database with one connection. */
const AT_ONCE = 200;

/** Forgets raw messages after a while. What became of their alerts stays. */
export class BodyPruner {
  readonly #knex: Knex;
  readonly #deliveries: DeliveryStore;
  readonly #keepFor: number;

  /** @param keepFor - in milliseconds */
  constructor(options: {
    knex: Knex;
    deliveries: DeliveryStore;
    keepFor: number;
  }) {
    this.#knex = options.knex;
    this.#deliveries = options.deliveries;
    this.#keepFor = options.keepFor;
  }

  /** @returns how many were forgotten */
  async prune(now: string): Promise<number> {
    const before = new Date(Date.parse(now) - this.#keepFor).toISOString();
    let pruned = 0;
    for (;;) {
      const some = await this.#deliveries.pruneBodies(
        this.#knex,
        before,
        AT_ONCE,
      );
      pruned += some;
      if (some < AT_ONCE) {
        return pruned;
      }
    }
  }
}
