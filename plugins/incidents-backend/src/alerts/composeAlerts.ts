import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { alertJudge } from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { CommitHints } from '../incidents/CommitHints';
import type { IncidentStore } from '../incidents/IncidentStore';
import type { IncidentWriter } from '../incidents/IncidentWriter';
import { AlertAssessor } from './AlertAssessor';
import { AlertMetrics } from './AlertMetrics';
import { AlertProcessor } from './AlertProcessor';
import { AlertPruner } from './AlertPruner';
import { AlertRecorder } from './AlertRecorder';
import type { AlertSources } from './AlertSources';
import { AlertsSetupReader } from './AlertsSetupReader';
import { AlertStore } from './AlertStore';
import { Backlog } from './Backlog';
import { Correlator } from './Correlator';
import { DeliveryClaims } from './DeliveryClaims';
import { DeliveryStore } from './DeliveryStore';
import type { AlertMatcher, AlertRouting } from './facts';
import { IntakeDeliveryReader } from './IntakeDeliveryReader';
import { IntakeService } from './IntakeService';
import { MessageReader } from './MessageReader';
import { OccurrenceStore } from './OccurrenceStore';
import { OutcomeStore } from './OutcomeStore';
import { PruningStore } from './PruningStore';
import type { AlertsSettings } from './settings';
import { SetupStore } from './SetupStore';

/** The parts that take alerts in, for one source of time and one write path. */
export function composeAlerts(options: {
  knex: Knex;
  settings: AlertsSettings;
  sources: AlertSources;
  matcher: AlertMatcher;
  routing: AlertRouting;
  incidents: IncidentStore;
  writer: IncidentWriter;
  hints: CommitHints;
  now: NowService;
  metrics: MetricsService;
  logger: LoggerService;
}) {
  const { knex, settings, sources, incidents, writer, now } = options;
  const deliveries = new DeliveryStore();
  const claims = new DeliveryClaims();
  const occurrences = new OccurrenceStore();
  const outcomes = new OutcomeStore();
  const backlog = new Backlog({ knex, deliveries, now });
  const metrics = new AlertMetrics({ metrics: options.metrics, backlog });

  const processor = new AlertProcessor({
    knex,
    claims,
    messages: new MessageReader(sources),
    assessor: new AlertAssessor({
      judge: alertJudge(settings.policy),
      matcher: options.matcher,
      routing: options.routing,
      now,
    }),
    recorder: new AlertRecorder({
      claims,
      alerts: new AlertStore(),
      occurrences,
      outcomes,
      correlator: new Correlator({ incidents, occurrences, settings }),
      writer,
    }),
    hints: options.hints,
    metrics,
    now,
    logger: options.logger,
  });
  return {
    processor,
    intake: new IntakeService({
      knex,
      sources,
      deliveries,
      backlog,
      overloadAfter: settings.overloadAfter,
      now,
      metrics,
      onKept: () => processor.hint(),
    }),
    deliveries: new IntakeDeliveryReader({
      knex,
      deliveries,
      outcomes,
      incidents,
    }),
    setup: new AlertsSetupReader({
      knex,
      store: new SetupStore(),
      sources,
      backlog,
      matcher: options.matcher,
      now,
    }),
    pruner: new AlertPruner({
      knex,
      store: new PruningStore(),
      retention: settings,
    }),
  };
}
