import { createHash, randomBytes } from 'node:crypto';
import {
  KEY_PREFIX,
  KEY_RANDOM_BYTES,
} from '@linchpin/backstage-plugin-incidents-common';

/** A key that nobody has guessed or will. */
export function newSecret(): string {
  return KEY_PREFIX + randomBytes(KEY_RANDOM_BYTES).toString('hex');
}

/**
 * What is kept of a key. It needs neither salt nor a slow hash, since a key is
 * random; and as it is looked up by an index, how long that takes tells about the
 * hash of a guess, which leads nowhere.
 */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
