import { InputError } from '@backstage/errors';
import {
  identifier,
  priority,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import { z } from 'zod/v3';

/** Where the next page begins: the sort values of the last item shown. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Where a list sorted by time and id goes on. */
export const afterTimeAndId = z.tuple([z.string().datetime(), identifier(64)]);

/** Where a list sorted by priority, time and id goes on. */
export const afterPriorityTimeAndId = z.tuple([
  priority,
  ...afterTimeAndId.items,
]);

/** Where the inbox goes on: priority, risks, what falls due, time and number. */
export const afterUrgency = z.tuple([
  priority,
  z.number().int().min(0).max(100),
  z.string().datetime(),
  z.string().datetime(),
  z.number().int().min(0).max(999_999_999),
]);

/** Where a list that is put together in memory goes on. */
export const afterPlace = z.tuple([z.number().int().min(0)]);

/**
 * The values of a cursor that this server gave out.
 *
 * @throws InputError where it is not one
 */
export function decodeCursor<Shape extends z.ZodTypeAny>(
  cursor: string,
  shape: Shape,
): z.output<Shape> {
  const values = shape.safeParse(parsed(cursor));
  if (values.success) {
    return values.data;
  }
  throw new InputError('cursor: is not one that this list gave out');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
