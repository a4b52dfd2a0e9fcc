import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import type { Backlog } from './Backlog';

/** How well alerts are taken in, for whoever watches the portal. */
export class AlertMetrics {
  readonly #accepted: MetricsServiceCounter;
  readonly #lag: MetricsServiceHistogram;
  readonly #failed: MetricsServiceCounter;

  constructor({
    metrics,
    backlog,
  }: {
    metrics: MetricsService;
    backlog: Backlog;
  }) {
    this.#accepted = metrics.createCounter('incidents.alerts.accepted', {
      description: 'Alerts in messages that were kept and confirmed',
      unit: '{alert}',
    });
    this.#lag = metrics.createHistogram('incidents.alerts.intake_lag', {
      description: 'From receiving a message to having processed it',
      unit: 's',
    });
    this.#failed = metrics.createCounter('incidents.alerts.failed', {
      description: 'Attempts to process a message that failed',
      unit: '{attempt}',
    });
    metrics
      .createObservableGauge('incidents.alerts.backlog', {
        description: 'Messages that wait to be processed',
        unit: '{message}',
      })
      .addCallback(async result => {
        const { waiting } = await backlog.read();
        result.observe(waiting);
      });
    metrics
      .createObservableGauge('incidents.alerts.backlog_age', {
        description: 'How long the oldest waiting message has waited',
        unit: 's',
      })
      .addCallback(async result => {
        const { oldestMs } = await backlog.read();
        result.observe(oldestMs / 1000);
      });
  }

  accepted(source: string, alerts: number): void {
    this.#accepted.add(alerts, { source });
  }

  processed(source: string, receivedAt: string, now: string): void {
    const seconds = (Date.parse(now) - Date.parse(receivedAt)) / 1000;
    this.#lag.record(Math.max(0, seconds), { source });
  }

  failed(source: string): void {
    this.#failed.add(1, { source });
  }
}
