import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import { namedBy } from '../catalog/namedBy';

/** What entities are called, also those that are gone. */
export class EntityNames {
  readonly #knex: Knex;
  readonly #directory: Pick<CatalogDirectory, 'reader'>;

  constructor(options: {
    knex: Knex;
    directory: Pick<CatalogDirectory, 'reader'>;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
  }

  /** Asks nothing where nothing is to be named; what was never seen is called by its name. */
  async of(refs: readonly string[]): Promise<(ref: string) => NamedRef> {
    const titles = await this.#directory.reader.titlesOf(this.#knex, refs);
    return ref => namedBy(titles, ref);
  }
}
