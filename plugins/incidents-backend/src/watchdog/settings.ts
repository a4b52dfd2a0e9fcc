import type { Config } from '@backstage/config';
import {
  WATCH_BOUNDS,
  type WatchBounds,
} from '@linchpin/backstage-plugin-incidents-common';
import { readDuration } from '../config/readDuration';

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
    bounds[name] =
      readDuration(config, `incidents.watchdog.${name}`) ?? bounds[name];
  }
  return bounds;
}
