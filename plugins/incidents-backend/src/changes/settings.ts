import type { Config } from '@backstage/config';
import { readDuration } from '../config/readDuration';

const ROOT = 'incidents.changes';
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** How changes are shown and kept; `incidents.changes` of the config. Times in milliseconds. */
export interface ChangesSettings {
  /** How long before the impact began a change may have to do with it. */
  nearBefore: number;
  keepFor: number;
}

/** @throws InputError naming the key */
export function readChangesSettings(config: Config): ChangesSettings {
  return {
    nearBefore: readDuration(config, `${ROOT}.nearBefore`) ?? 2 * HOUR,
    keepFor: readDuration(config, `${ROOT}.keepFor`) ?? 730 * DAY,
  };
}
