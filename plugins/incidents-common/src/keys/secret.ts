/**
 * How every integration key begins, so that scanners for leaked secrets find one
 * wherever it was left.
 * @public
 */
export const KEY_PREFIX = 'linchpin_key_';

/** 160 random bits in hexadecimal digits: nothing to encode in a URL, a header or YAML. @public */
export const KEY_RANDOM_BYTES = 20;

const KEY = /^linchpin_key_[0-9a-f]{40}$/;

/** A character as it is, or as URLs write it: `k`, `%6b`, `%256b`. */
const written = (character: string) =>
  `(?:${character}|%(?:25)*${character.charCodeAt(0).toString(16)})`;

const KEY_ANYWHERE = new RegExp(
  `${[...KEY_PREFIX].map(written).join('')}(?:[0-9a-z]|%(?:25)*[0-9a-f]{2})*`,
  'gi',
);

/** Whether a text can be an integration key at all. @public */
export function isKeyShaped(text: string): boolean {
  return KEY.test(text);
}

/**
 * A text without the keys in it, whole or cut short, percent-encoded or not: for all
 * that is kept or logged.
 * @public
 */
export function withoutKeys(text: string): string {
  return text.replace(KEY_ANYWHERE, `${KEY_PREFIX}removed`);
}
