import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  WATCH_BOUNDS,
  type WatchBounds,
} from '@linchpin/backstage-plugin-incidents-common';

const KEYS = ['clocksWithin', 'alertsWithin', 'messagesWithin'] as const;

/**
 * How late something may be before the watchdog says so; `incidents.watchdog` of
 * the config over the defaults.
 *
 * @throws InputError naming the key
 */
export function readWatchBounds(config: Config): WatchBounds {
  const bounds: WatchBounds = { ...WATCH_BOUNDS };
  for (const name of KEYS) {
    const key = `incidents.watchdog.${name}`;
    if (config.has(key)) {
      bounds[name] = durationToMilliseconds(
        readDurationFromConfig(config, { key }),
      );
      if (bounds[name] <= 0) {
        throw new InputError(`${key}: must be longer than nothing`);
      }
    }
  }
  return bounds;
}
