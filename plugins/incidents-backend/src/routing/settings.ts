import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_MATCH_LABELS,
  type RoutingPolicy,
} from '@linchpin/backstage-plugin-incidents-common';

/** How an organisation routes; `incidents.routing` of the config. */
export interface RoutingSettings {
  policy: RoutingPolicy;
  /** The labels of alerts that may name an entity, the most telling first. */
  matchLabels: readonly string[];
}

/** @throws InputError naming the key */
export function readRoutingSettings(config: Config): RoutingSettings {
  const lastResortGroup = readGroup(
    config,
    'incidents.routing.lastResortGroup',
  );
  return {
    policy: {
      ...(lastResortGroup && { lastResortGroup }),
      maxPeople: readMaxPeople(config, 'incidents.routing.maxPeople'),
    },
    matchLabels:
      config.getOptionalStringArray('incidents.routing.matchLabels') ??
      DEFAULT_MATCH_LABELS,
  };
}

function readGroup(config: Config, key: string): string | undefined {
  const value = config.getOptionalString(key);
  if (value === undefined) {
    return undefined;
  }
  let ref;
  try {
    ref = parseEntityRef(value, { defaultKind: 'group' });
  } catch {
    throw new InputError(`${key}: '${value}' is no entity ref`);
  }
  if (ref.kind.toLocaleLowerCase('en-US') !== 'group') {
    throw new InputError(`${key}: '${value}' is no group`);
  }
  return stringifyEntityRef(ref);
}

function readMaxPeople(config: Config, key: string): number {
  const value = config.getOptionalNumber(key) ?? 20;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(`${key}: must be a whole number from 1 on`);
  }
  return value;
}
