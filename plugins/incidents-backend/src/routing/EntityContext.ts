import type {
  NamedRef,
  Routing,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import { BriefMemory } from '../catalog/BriefMemory';
import type { RoutingService } from './RoutingService';

/** What the screens of an entity show of the catalog. */
interface Context {
  entity: NamedRef;
  dependencies: NamedRef[];
  routing: Routing;
}

/** The directory itself is older than this. */
const REMEMBERED_MS = 15_000;
const ENTITIES_REMEMBERED = 2_000;

/**
 * What the card and the tab of an entity show of the catalog, read from the
 * directory alone and remembered for a few seconds: many people look at the
 * entity that is in trouble.
 */
export class EntityContext {
  readonly #knex: Knex;
  readonly #directory: CatalogDirectory;
  readonly #routing: RoutingService;
  readonly #remembered: BriefMemory<Promise<Context>>;

  constructor(options: {
    knex: Knex;
    directory: CatalogDirectory;
    routing: RoutingService;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#routing = options.routing;
    this.#remembered = new BriefMemory({
      now: options.now,
      forMs: REMEMBERED_MS,
      capacity: ENTITIES_REMEMBERED,
    });
  }

  /** The entity by its title; by its name where the directory has never seen it. */
  async named(entityRef: string): Promise<NamedRef> {
    return (await this.#contextOf(entityRef)).entity;
  }

  /** What it depends on, by title. */
  async dependenciesOf(entityRef: string): Promise<NamedRef[]> {
    return (await this.#contextOf(entityRef)).dependencies;
  }

  /** Who would be told of an incident now. */
  async routingOf(entityRef: string): Promise<Routing> {
    return (await this.#contextOf(entityRef)).routing;
  }

  #contextOf(entityRef: string): Promise<Context> {
    const remembered = this.#remembered.get(entityRef);
    if (remembered) {
      return remembered;
    }
    const context = this.#read(entityRef);
    this.#remembered.set(entityRef, context);
    context.catch(() => this.#remembered.delete(entityRef));
    return context;
  }

  async #read(entityRef: string): Promise<Context> {
    const { reader, dependencies } = this.#directory;
    const titles = await reader.titlesOf(this.#knex, [entityRef]);
    return {
      entity: {
        ref: entityRef,
        title:
          titles.get(entityRef) ?? entityRef.slice(entityRef.indexOf('/') + 1),
      },
      dependencies: await dependencies.dependenciesOf(this.#knex, entityRef),
      routing: await this.#routing.routeAsStored(entityRef),
    };
  }
}
