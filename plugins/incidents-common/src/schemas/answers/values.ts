import { z } from 'zod/v3';

/** An instant of UTC, in ISO 8601. */
export const at = z.string();
export const maybeAt = at.nullable();
/** An entity of the catalog, such as `component:default/payments-api`. */
export const ref = z.string();

/** Somebody or something of the catalog, as it was when it was written down. */
export const namedRef = z.object({ ref, title: z.string() });

/** Some of many, and where the next begin. */
export const page = <Item extends z.ZodTypeAny>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export type NamedRef = z.infer<typeof namedRef>;
