import type { ImportMapping } from '../schemas/transfer';

/** What a mapping names of the catalog, each once. @public */
export function refsOf({ owner, entity, people }: ImportMapping): {
  entities: string[];
  groups: string[];
  people: string[];
} {
  return {
    entities: once(entity.flatMap(({ values }) => Object.values(values))),
    groups: once(Object.values(owner?.values ?? {})),
    people: once(Object.values(people)),
  };
}

function once(refs: readonly string[]): string[] {
  return [...new Set(refs)];
}
