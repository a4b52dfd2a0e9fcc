import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * A duration in milliseconds; undefined where none is set.
 *
 * @throws InputError naming the key
 */
export function readDuration(config: Config, key: string): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (milliseconds <= 0) {
    throw new InputError(`${key}: must be longer than nothing`);
  }
  return milliseconds;
}
