import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { databaseTime } from './dialect';

/** For so long the clock of a machine may be wrong that somebody sets. */
const MEASURE_EVERY_MS = 5_000;

/**
 * The time that all replicas on one PostgreSQL agree on: a replica's own, set by
 * the database's. What one of them writes down, such as when a message may be
 * sent or a clock is due, means the same to the others, however wrong the clock
 * of its machine is. Asking the database each time instead would be every fifth
 * statement of a busy replica.
 */
export class AgreedTime implements NowService {
  readonly #knex: Knex;
  readonly #own: NowService;
  #aheadMs: number | undefined;
  #measuring: NodeJS.Timeout | undefined;

  /** Has measured once when it resolves. */
  static async of(knex: Knex, own: NowService): Promise<AgreedTime> {
    const time = new AgreedTime(knex, own);
    await time.measure();
    return time;
  }

  private constructor(knex: Knex, own: NowService) {
    this.#knex = knex;
    this.#own = own;
  }

  now(): string {
    return new Date(this.#ownMs() - (this.#aheadMs ?? 0)).toISOString();
  }

  /**
   * Finds out how far the own clock is ahead of the database's. An answer that took
   * long, such as one that waited for a connection, says it only roughly: what is
   * known already stands unless it contradicts that.
   */
  async measure(): Promise<void> {
    const asked = this.#ownMs();
    const there = Date.parse(await databaseTime(this.#knex));
    const answered = this.#ownMs();
    const aheadMs = (asked + answered) / 2 - there;
    const exactTo = answered - asked;
    if (
      this.#aheadMs === undefined ||
      Math.abs(aheadMs - this.#aheadMs) > exactTo
    ) {
      this.#aheadMs = aheadMs;
    }
  }

  /** Measures again and again; where that fails the last measure holds. */
  start(): void {
    this.#measuring ??= setInterval(
      () => this.measure().catch(() => {}),
      MEASURE_EVERY_MS,
    );
  }

  stop(): void {
    clearInterval(this.#measuring);
  }

  #ownMs(): number {
    return Date.parse(this.#own.now());
  }
}
