import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityOption } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { DependencyReader } from './DependencyReader';
import type { DirectoryEntity } from './DirectoryReader';
import type { DirectorySearch } from './DirectorySearch';

/** Found for each one that is shown, since the user may see only some. */
const FOUND_PER_SHOWN = 4;

/** Offers entities, groups and people to a person, of those that the person may see. */
export class EntityPicker {
  readonly #knex: Knex;
  readonly #search: DirectorySearch;
  readonly #dependencies: DependencyReader;
  readonly #catalog: CatalogService;

  constructor(options: {
    knex: Knex;
    search: DirectorySearch;
    dependencies: DependencyReader;
    catalog: CatalogService;
  }) {
    this.#knex = options.knex;
    this.#search = options.search;
    this.#dependencies = options.dependencies;
    this.#catalog = options.catalog;
  }

  async entities(
    credentials: BackstageCredentials,
    q: string,
    limit: number,
  ): Promise<EntityOption[]> {
    const found = await this.#search.entities(
      this.#knex,
      q,
      limit * FOUND_PER_SHOWN,
    );
    return this.#options(credentials, found, limit);
  }

  async groups(
    credentials: BackstageCredentials,
    q: string,
    limit: number,
  ): Promise<EntityOption[]> {
    const found = await this.#search.groups(
      this.#knex,
      q,
      limit * FOUND_PER_SHOWN,
    );
    return this.#options(credentials, found, limit);
  }

  async users(
    credentials: BackstageCredentials,
    q: string,
    limit: number,
  ): Promise<EntityOption[]> {
    const found = await this.#search.users(
      this.#knex,
      q,
      limit * FOUND_PER_SHOWN,
    );
    return this.#options(credentials, found, limit);
  }

  /** What depends on an entity, by title. */
  async dependants(
    credentials: BackstageCredentials,
    entityRef: string,
    limit: number,
  ): Promise<EntityOption[]> {
    const found = await this.#dependencies.dependantsOf(this.#knex, entityRef);
    return this.#options(credentials, found, limit);
  }

  /**
   * Those of the refs that exist and that the person may see. The catalog alone
   * knows: while it is away this fails rather than show too much.
   */
  async visibleTo(
    credentials: BackstageCredentials,
    refs: readonly string[],
  ): Promise<Set<string>> {
    if (refs.length === 0) {
      return new Set();
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: [...refs],
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials },
    );
    return new Set(
      items
        .filter(item => item !== undefined)
        .map(item => stringifyEntityRef(item)),
    );
  }

  async #options(
    credentials: BackstageCredentials,
    found: readonly DirectoryEntity[],
    limit: number,
  ): Promise<EntityOption[]> {
    const visible = await this.visibleTo(
      credentials,
      found.map(entity => entity.entityRef),
    );
    return found
      .filter(entity => visible.has(entity.entityRef))
      .slice(0, limit)
      .map(entity => ({
        ref: entity.entityRef,
        title: entity.title,
        kind: entity.kind,
        type: entity.type ?? null,
        ownerTitle: entity.ownerTitle ?? null,
      }));
  }
}
