/** So many of so many. A share is always given with both, never as a bare rate. @public */
export interface Share {
  n: number;
  of: number;
}

/** How many of these are such. */
export function shareOf<T>(
  items: readonly T[],
  isSuch: (item: T) => boolean,
): Share {
  return { n: items.filter(isSuch).length, of: items.length };
}
