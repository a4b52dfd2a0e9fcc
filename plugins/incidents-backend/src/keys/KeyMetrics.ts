import type {
  MetricsService,
  MetricsServiceCounter,
} from '@backstage/backend-plugin-api/alpha';
import type { KeyRefusal } from '@linchpin/backstage-plugin-incidents-common';

/** What senders with keys were refused, for whoever watches the portal. */
export class KeyMetrics {
  readonly #refused: MetricsServiceCounter;

  constructor(metrics: MetricsService) {
    this.#refused = metrics.createCounter('incidents.keys.refused', {
      description:
        'Messages by an integration key that were refused: unknown, revoked, other-source, over-rate',
      unit: '{message}',
    });
  }

  refused(reason: KeyRefusal | 'over-rate'): void {
    this.#refused.add(1, { reason });
  }
}
