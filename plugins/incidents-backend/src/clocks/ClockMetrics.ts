import type {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { ClockStore, DueClock } from './ClockStore';

/** How well the clocks keep time, for whoever watches the portal. */
export class ClockMetrics {
  readonly #fired: MetricsServiceCounter;
  readonly #failed: MetricsServiceCounter;

  constructor(options: {
    metrics: MetricsService;
    knex: Knex;
    clocks: ClockStore;
    now: NowService;
  }) {
    const { metrics, knex, clocks, now } = options;
    this.#fired = metrics.createCounter('incidents.clocks.fired', {
      description: 'Clocks that fell due and had their effect',
      unit: '{clock}',
    });
    this.#failed = metrics.createCounter('incidents.clocks.failed', {
      description: 'Attempts to fire a clock that failed and are repeated',
      unit: '{attempt}',
    });
    metrics
      .createObservableGauge('incidents.clocks.late', {
        description: 'Clocks that are due and have not been fired yet',
        unit: '{clock}',
      })
      .addCallback(async result => {
        const { late } = await clocks.lateness(knex, now.now());
        result.observe(late);
      });
  }

  fired({ subjectKind, kind }: DueClock): void {
    this.#fired.add(1, { subject: subjectKind, clock: kind });
  }

  failed({ subjectKind, kind }: DueClock): void {
    this.#failed.add(1, { subject: subjectKind, clock: kind });
  }
}
