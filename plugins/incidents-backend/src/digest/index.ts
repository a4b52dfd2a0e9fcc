/**
 * How the week was, told to those who are accountable.
 *
 * @packageDocumentation
 */
export { DigestReader } from './DigestReader';
export { DIGEST, DigestRenderer } from './DigestRenderer';
export { DigestWriter } from './DigestWriter';
export { readDigestDay } from './settings';
