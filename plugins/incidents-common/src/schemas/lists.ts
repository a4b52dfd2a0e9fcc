import { z } from 'zod/v3';

/** A list in a query string: repeated, or separated by commas. */
export const many = <Item extends z.ZodTypeAny>(item: Item, max = 20) =>
  z.preprocess(
    value =>
      value === undefined
        ? undefined
        : [value]
            .flat()
            .flatMap(part => String(part).split(','))
            .filter(part => part !== ''),
    z.array(item).max(max).optional(),
  );

/** Yes or no in a query string. */
export const toggle = z.enum(['true', 'false']);
