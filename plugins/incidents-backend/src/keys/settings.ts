import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { RateBound } from '@linchpin/backstage-plugin-incidents-common';
import { MEGABYTE, readSize } from '../http/readSize';

const ROOT = 'incidents.keys';

/** What one key may send; `incidents.keys` of the config. */
export interface KeysSettings {
  rate: RateBound;
  /** The largest message, in bytes. */
  bodyLimit: number;
}

/** Where the largest message of a key is set. */
export const KEY_BODY_LIMIT = `${ROOT}.bodyLimit`;

/** @throws InputError naming the key */
export function readKeysSettings(config: Config): KeysSettings {
  const perMinute = readCount(config, `${ROOT}.perMinute`) ?? 600;
  return {
    rate: {
      perMinute,
      burst:
        readCount(config, `${ROOT}.burst`) ??
        Math.max(1, Math.ceil(perMinute / 5)),
    },
    bodyLimit: readSize(config, KEY_BODY_LIMIT) ?? MEGABYTE,
  };
}

function readCount(config: Config, key: string): number | undefined {
  const count = config.getOptionalNumber(key);
  if (count !== undefined && !(count >= 1)) {
    throw new InputError(`${key}: must be at least 1`);
  }
  return count;
}
