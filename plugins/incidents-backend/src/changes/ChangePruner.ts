import type { Knex } from 'knex';
import { pruneInBatches } from '../database/pruneInBatches';
import type { ChangeStore } from './ChangeStore';

/** Forgets changes in time. An incident that names one as its cause keeps what it says of it. */
export class ChangePruner {
  readonly #knex: Knex;
  readonly #store: ChangeStore;
  readonly #keepFor: number;

  /** @param options - `keepFor` in milliseconds */
  constructor(options: { knex: Knex; store: ChangeStore; keepFor: number }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#keepFor = options.keepFor;
  }

  /** @returns how many were forgotten */
  async prune(now: string): Promise<number> {
    const before = new Date(Date.parse(now) - this.#keepFor);
    return pruneInBatches(most => this.#store.prune(this.#knex, before, most));
  }
}
