import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { AnswerMemory } from '../memory/AnswerMemory';
import type { DeliveryStore } from './DeliveryStore';

const REMEMBERED_MS = 1_000;

/** How far processing is behind, looked up once a second however often it is asked. */
export class Backlog {
  readonly #knex: Knex;
  readonly #deliveries: DeliveryStore;
  readonly #now: NowService;
  readonly #answers: AnswerMemory<
    Awaited<ReturnType<DeliveryStore['backlog']>>
  >;

  constructor(options: {
    knex: Knex;
    deliveries: DeliveryStore;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#deliveries = options.deliveries;
    this.#now = options.now;
    this.#answers = new AnswerMemory({
      now: options.now,
      forMs: REMEMBERED_MS,
      capacity: 1,
    });
  }

  async read(): Promise<{ waiting: number; oldestMs: number }> {
    const { waiting, oldestReceivedAt } = await this.#answers.ask(
      'backlog',
      () => this.#deliveries.backlog(this.#knex),
    );
    return {
      waiting,
      oldestMs: oldestReceivedAt
        ? Math.max(0, this.#time() - Date.parse(oldestReceivedAt))
        : 0,
    };
  }

  #time(): number {
    return Date.parse(this.#now.now());
  }
}
