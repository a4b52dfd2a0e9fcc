import { InputError } from '@backstage/errors';
import type { z } from 'zod/v3';

/**
 * The value in the shape of the schema.
 *
 * @throws InputError that names each wrong field, as `field: what is wrong`
 */
export function validate<Schema extends z.ZodTypeAny>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  throw new InputError(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
      .join('; '),
  );
}
