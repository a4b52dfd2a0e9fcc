import type {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { OutboxMessage, Outcome } from './outbox';
import type { OutboxRecords } from './OutboxRecords';

/** How well the outbox is emptied, for whoever watches the portal. */
export class OutboxMetrics {
  readonly #attempts: MetricsServiceCounter;

  constructor(options: {
    metrics: MetricsService;
    knex: Knex;
    records: OutboxRecords;
    now: NowService;
  }) {
    const { metrics, knex, records, now } = options;
    this.#attempts = metrics.createCounter('incidents.outbox.attempts', {
      description:
        'Attempts to send a message, by outcome: sent, pending (again later), dead, superseded, skipped',
      unit: '{attempt}',
    });
    metrics
      .createObservableGauge('incidents.outbox.age', {
        description: 'How long the oldest message waits that has not been sent',
        unit: 's',
      })
      .addCallback(async result => {
        const { oldestCreatedAt } = await records.backlog(knex);
        const ageMs = oldestCreatedAt
          ? Date.parse(now.now()) - Date.parse(oldestCreatedAt)
          : 0;
        result.observe(Math.max(0, ageMs) / 1_000);
      });
    metrics
      .createObservableGauge('incidents.outbox.dead', {
        description: 'Messages that were given up',
        unit: '{message}',
      })
      .addCallback(async result =>
        result.observe((await records.backlog(knex)).dead),
      );
  }

  attempted({ channel, kind }: OutboxMessage, outcome: Outcome['state']): void {
    this.#attempts.add(1, { channel, kind, outcome });
  }
}
