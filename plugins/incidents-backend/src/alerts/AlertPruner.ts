import type { Knex } from 'knex';
import { pruneInBatches } from '../database/pruneInBatches';
import type { PruningStore } from './PruningStore';

/** For how long things are kept, in milliseconds. */
export interface AlertRetention {
  /** The raw messages. */
  keepBodiesFor: number;
  /** What became of messages, and the alerts that made no incident. */
  keepRecordsFor: number;
}

/**
 * Forgets what senders sent when nobody asks for it any more: messages repeat
 * for as long as an alert fires, so they would outgrow everything else. What an
 * incident is made of stays, and so does what was given up or still waits.
 */
export class AlertPruner {
  readonly #knex: Knex;
  readonly #store: PruningStore;
  readonly #retention: AlertRetention;

  constructor(options: {
    knex: Knex;
    store: PruningStore;
    retention: AlertRetention;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#retention = options.retention;
  }

  async prune(now: string): Promise<void> {
    const { keepBodiesFor, keepRecordsFor } = this.#retention;
    const ago = (time: number) => new Date(Date.parse(now) - time);
    await pruneInBatches(most =>
      this.#store.pruneBodies(this.#knex, ago(keepBodiesFor), most),
    );
    await pruneInBatches(most =>
      this.#knex.transaction(tx =>
        this.#store.pruneMessages(tx, ago(keepRecordsFor), most),
      ),
    );
    await pruneInBatches(most =>
      this.#knex.transaction(tx =>
        this.#store.pruneOccurrences(tx, ago(keepRecordsFor), most),
      ),
    );
  }
}
