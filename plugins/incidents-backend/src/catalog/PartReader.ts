import type { Knex } from 'knex';

/** Of one whole, at whatever depth. */
const PARTS_MAX = 5_000;

/** Reads what systems and domains consist of. */
export class PartReader {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** An entity and all that is part of it, at whatever depth; at most `PARTS_MAX` parts. */
  async partsOf(entityRef: string): Promise<string[]> {
    const parts: string[] = await this.#knex
      .withRecursive('parts', ['part_ref'], union =>
        union
          .select('entity_ref')
          .from('directory_entities')
          .where('part_of_ref', entityRef)
          .whereNull('gone_at')
          .union(deeper =>
            deeper
              .select('e.entity_ref')
              .from('directory_entities as e')
              .join('parts', 'parts.part_ref', 'e.part_of_ref')
              .whereNull('e.gone_at'),
          ),
      )
      .from('parts')
      .limit(PARTS_MAX)
      .pluck('part_ref');
    return [...new Set([entityRef, ...parts])];
  }
}
