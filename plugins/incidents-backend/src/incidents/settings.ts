import type { Config } from '@backstage/config';
import {
  DEFAULT_POLICY,
  PRIORITIES,
  type IncidentPolicy,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { readDuration } from '../config/readDuration';

const ROOT = 'incidents.times';

const PER_PRIORITY = [
  'acknowledgeWithin',
  'firstUpdateWithin',
  'updateEvery',
] as const;

const SINGLE = [
  'updateWarning',
  'watchFor',
  'closeAfter',
  'undoFor',
  'reopenFor',
  'recoveredFor',
] as const;

/**
 * The times an organisation keeps; `incidents.times` of the config over the
 * defaults.
 *
 * @throws InputError naming the key
 */
export function readIncidentPolicy(config: Config): IncidentPolicy {
  const policy: IncidentPolicy = { ...DEFAULT_POLICY };
  for (const key of PER_PRIORITY) {
    policy[key] = readPerPriority(config, `${ROOT}.${key}`, policy[key]);
  }
  for (const key of SINGLE) {
    policy[key] = readDuration(config, `${ROOT}.${key}`) ?? policy[key];
  }
  return policy;
}

function readPerPriority(
  config: Config,
  key: string,
  defaults: Partial<Record<Priority, number>>,
): Partial<Record<Priority, number>> {
  const times = { ...defaults };
  for (const priority of PRIORITIES) {
    const own = `${key}.${priority}`;
    if (config.getOptional(own) === false) {
      delete times[priority];
    } else {
      times[priority] = readDuration(config, own) ?? times[priority];
    }
  }
  return times;
}
