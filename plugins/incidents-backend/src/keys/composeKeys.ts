import type {
  AuditorService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { KeyGate, type KeySources } from './KeyGate';
import { KeyMetrics } from './KeyMetrics';
import { KeyRates } from './KeyRates';
import { KeyReader, type KeyCatalog, type KeySource } from './KeyReader';
import { KeyService, type KeyTargets } from './KeyService';
import { KeyStore } from './KeyStore';
import { KeyUsage } from './KeyUsage';
import type { KeysSettings } from './settings';

/** The parts that make keys and let senders in by them. */
export function composeKeys(options: {
  knex: Knex;
  settings: KeysSettings;
  sources: KeySources & { all(): KeySource[]; has(id: string): boolean };
  targets: KeyTargets;
  catalog: KeyCatalog;
  discovery: DiscoveryService;
  auditor: AuditorService;
  metrics: MetricsService;
  now: NowService;
  logger: LoggerService;
}) {
  const { knex, settings, sources, auditor, now, logger } = options;
  const keys = new KeyStore();
  const usage = new KeyUsage({ knex, keys, logger });
  return {
    usage,
    gate: new KeyGate({
      knex,
      keys,
      sources,
      rates: new KeyRates(settings.rate),
      usage,
      metrics: new KeyMetrics(options.metrics),
      auditor,
      now,
    }),
    service: new KeyService({
      knex,
      keys,
      sources,
      targets: options.targets,
      now,
    }),
    reader: new KeyReader({
      knex,
      keys,
      catalog: options.catalog,
      sources,
      baseUrl: () => options.discovery.getExternalBaseUrl('incidents'),
    }),
  };
}
