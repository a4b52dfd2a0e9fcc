import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { DeadLetter } from './outbox';
import type { OutboxRelay } from './OutboxRelay';
import type { OutboxRecords } from './OutboxRecords';

const SHOWN = 100;

/** The messages that were given up, for somebody to look at and to send again. */
export class DeadLetters {
  readonly #knex: Knex;
  readonly #records: OutboxRecords;
  readonly #relay: OutboxRelay;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    records: OutboxRecords;
    relay: OutboxRelay;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#records = options.records;
    this.#relay = options.relay;
    this.#now = options.now;
  }

  /** The newest hundred. */
  async list(): Promise<DeadLetter[]> {
    return this.#records.deadLetters(this.#knex, SHOWN);
  }

  /** @returns how many of the ids were messages that had been given up */
  async resend(ids: readonly string[]): Promise<number> {
    const resent = await this.#records.resend(this.#knex, ids, this.#now.now());
    this.#relay.hint();
    return resent;
  }
}
