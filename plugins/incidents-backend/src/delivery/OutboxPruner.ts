import type { Knex } from 'knex';
import { pruneInBatches } from '../database/pruneInBatches';
import type { OutboxRecords } from './OutboxRecords';

const DAY = 24 * 60 * 60_000;

/** Long enough to answer "was I told?" of any recent incident. */
const KEEP_FOR = 30 * DAY;

/** Forgets messages that were settled long ago; what was given up stays. */
export class OutboxPruner {
  readonly #knex: Knex;
  readonly #records: OutboxRecords;

  constructor(options: { knex: Knex; records: OutboxRecords }) {
    this.#knex = options.knex;
    this.#records = options.records;
  }

  /** @returns how many were forgotten */
  async prune(now: string): Promise<number> {
    const before = new Date(Date.parse(now) - KEEP_FOR).toISOString();
    return pruneInBatches(most =>
      this.#records.prune(this.#knex, before, most),
    );
  }
}
