import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { DeliveryStore } from './DeliveryStore';

const REMEMBERED_MS = 1_000;

/** How far processing is behind, looked up once a second however often it is asked. */
export class Backlog {
  readonly #knex: Knex;
  readonly #deliveries: DeliveryStore;
  readonly #now: NowService;
  #answer: ReturnType<DeliveryStore['backlog']> | undefined;
  #until = 0;

  constructor(options: {
    knex: Knex;
    deliveries: DeliveryStore;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#deliveries = options.deliveries;
    this.#now = options.now;
  }

  async read(): Promise<{ waiting: number; oldestMs: number }> {
    const { waiting, oldestReceivedAt } = await this.#remembered();
    return {
      waiting,
      oldestMs: oldestReceivedAt
        ? Math.max(0, this.#time() - Date.parse(oldestReceivedAt))
        : 0,
    };
  }

  #remembered(): ReturnType<DeliveryStore['backlog']> {
    const time = this.#time();
    if (!this.#answer || time >= this.#until) {
      const answer = this.#deliveries.backlog(this.#knex);
      this.#answer = answer;
      this.#until = time + REMEMBERED_MS;
      answer.catch(() => {
        this.#answer = undefined;
      });
    }
    return this.#answer;
  }

  #time(): number {
    return Date.parse(this.#now.now());
  }
}
