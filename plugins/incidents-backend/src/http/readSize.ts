import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

export const MEGABYTE = 1024 * 1024;

const UNITS = { b: 1, kb: 1024, mb: MEGABYTE } as const;

/**
 * A size in bytes: a number, or one with kb or mb.
 *
 * @throws InputError naming the key
 */
export function readSize(config: Config, key: string): number | undefined {
  const said = config.getOptional(key);
  if (said === undefined) {
    return undefined;
  }
  const [, amount, unit = 'b'] =
    /^(\d+(?:\.\d+)?)\s*(b|kb|mb)?$/i.exec(String(said)) ?? [];
  const bytes = Math.floor(
    Number(amount) *
      UNITS[unit.toLocaleLowerCase('en-US') as keyof typeof UNITS],
  );
  if (!(bytes > 0)) {
    throw new InputError(
      `${key}: '${said}' is no size; write a number of bytes, or one with kb or mb`,
    );
  }
  return bytes;
}
