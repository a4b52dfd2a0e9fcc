import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** How the catalog is read; `incidents.catalog` of the config. */
export interface CatalogSettings {
  /** Between two readings of the whole catalog, in milliseconds. */
  refreshEvery: number;
  /** The label that says how much an entity matters. */
  tierLabel: string;
  /** The annotation that says what alerts call an entity. */
  alertNameAnnotation: string;
  /** The annotation that says where it is written down what to do. */
  runbookAnnotation: string;
}

/** @throws where a duration is none, naming the key */
export function readCatalogSettings(config: Config): CatalogSettings {
  const key = 'incidents.catalog.refreshEvery';
  return {
    refreshEvery: config.has(key)
      ? durationToMilliseconds(readDurationFromConfig(config, { key }))
      : 5 * 60_000,
    tierLabel:
      config.getOptionalString('incidents.catalog.tierLabel') ??
      'linchpin.dev/tier',
    alertNameAnnotation:
      config.getOptionalString('incidents.catalog.alertNameAnnotation') ??
      'linchpin.dev/alert-name',
    runbookAnnotation:
      config.getOptionalString('incidents.catalog.runbookAnnotation') ??
      'linchpin.dev/runbook',
  };
}
