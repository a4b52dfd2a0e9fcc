import { InputError } from '@backstage/errors';

/** Where the next page begins: the sort values of the last item shown. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The values of a cursor that this server gave out.
 *
 * @throws InputError where it is not one
 */
export function decodeCursor(
  cursor: string,
  length: number,
): (string | number)[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every(v => typeof v === 'string' || typeof v === 'number')
    ) {
      return values;
    }
  } catch {
    // falls through to the error that names the field
  }
  throw new InputError('cursor: is not one that this list gave out');
}
