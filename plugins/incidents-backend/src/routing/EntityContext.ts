import type {
  NamedRef,
  Routing,
  UnroutedReason,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import type { RoutingService } from './RoutingService';

/** What the screens of an entity say of the catalog. */
export interface EntityContext {
  entity: NamedRef;
  /** What it depends on, by title. */
  dependencies: NamedRef[];
  /** Who would answer for an incident now. */
  owner: NamedRef | null;
  unrouted: UnroutedReason | null;
  /** The first of those who would be told of it. */
  told: NamedRef[];
  toldCount: number;
}

/** A card names no more people. */
const TOLD_NAMED = 5;

/** Computes contexts from the directory as it is stored; the catalog is not asked. */
export class EntityContextBuilder {
  readonly #knex: Knex;
  readonly #directory: Pick<CatalogDirectory, 'reader' | 'dependencies'>;
  readonly #routing: Pick<RoutingService, 'routesAsStored'>;

  constructor(options: {
    knex: Knex;
    directory: Pick<CatalogDirectory, 'reader' | 'dependencies'>;
    routing: Pick<RoutingService, 'routesAsStored'>;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#routing = options.routing;
  }

  /** The contexts of these entities, in their order; what was never seen is called by its name. */
  async of(refs: readonly string[]): Promise<EntityContext[]> {
    const { reader, dependencies } = this.#directory;
    const titles = await reader.titlesOf(this.#knex, refs);
    const needed = await dependencies.dependenciesOf(this.#knex, refs);
    const routes = await this.#routing.routesAsStored(refs);
    return refs.map((ref, index) => ({
      entity: {
        ref,
        title: titles.get(ref) ?? ref.slice(ref.indexOf('/') + 1),
      },
      dependencies: needed.get(ref) ?? [],
      ...leadingTo(routes[index]),
    }));
  }
}

function leadingTo({ owner, unrouted, people }: Routing) {
  return {
    owner: owner ? { ref: owner.ref, title: owner.title } : null,
    unrouted: unrouted ?? null,
    told: people
      .slice(0, TOLD_NAMED)
      .map(({ ref, name }) => ({ ref, title: name })),
    toldCount: people.length,
  };
}
