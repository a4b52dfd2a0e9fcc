import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';

/** An entity by its title; one that the catalog never had by the name in its ref. */
export function namedBy(
  titles: ReadonlyMap<string, string>,
  ref: string,
): NamedRef {
  return {
    ref,
    title: titles.get(ref) ?? ref.slice(ref.lastIndexOf('/') + 1),
  };
}
