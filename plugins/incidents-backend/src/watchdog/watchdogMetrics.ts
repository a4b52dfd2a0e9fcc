import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { findingKind } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { FindingStore } from './FindingStore';

/** What the watchdog has found, and whether it looks at all, for whoever watches the portal. */
export function createWatchdogMetrics(options: {
  metrics: MetricsService;
  knex: Knex;
  findings: FindingStore;
  now: NowService;
}): void {
  const { metrics, knex, findings, now } = options;
  metrics
    .createObservableGauge('incidents.watchdog.findings', {
      description: 'What should have happened by now and has not, by kind',
      unit: '{finding}',
    })
    .addCallback(async result => {
      const counts = await findings.counts(knex);
      for (const kind of findingKind.options) {
        const found = counts.find(each => each.kind === kind);
        result.observe(found?.count ?? 0, { kind });
      }
    });
  metrics
    .createObservableGauge('incidents.watchdog.age', {
      description: 'How long ago the watchdog looked last',
      unit: 's',
    })
    .addCallback(async result => {
      const lookedAt = await findings.lookedAt(knex);
      if (lookedAt) {
        const ageMs = Date.parse(now.now()) - Date.parse(lookedAt);
        result.observe(Math.max(0, ageMs) / 1_000);
      }
    });
}
