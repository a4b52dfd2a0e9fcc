import { InputError } from '@backstage/errors';
import type { z } from 'zod/v3';

/**
 * The value in the shape of the schema.
 *
 * @param whole - what the value itself is called where it is wrong as a whole
 * @throws InputError that names each wrong field, as `field: what is wrong`
 */
export function validate<Schema extends z.ZodTypeAny>(
  schema: Schema,
  value: unknown,
  whole = 'body',
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || whole}: ${message}`)
      .join('; '),
  );
}
