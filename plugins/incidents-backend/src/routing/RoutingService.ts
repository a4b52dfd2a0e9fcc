import { ServiceUnavailableError } from '@backstage/errors';
import {
  resolveOwner,
  routeToGroup,
  routeWithoutEntity,
  suggestImpact,
  type CatalogExcerpt,
  type EntitySnapshot,
  type ImpactSuggestion,
  type PersonSnapshot,
  type Routing,
  type RoutingPolicy,
  type UnroutedReason,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';

/**
 * From what is in trouble to who answers for it: gathers what the catalog says,
 * then leaves the decision to the rules. It asks the catalog where the directory
 * is out of date, so never call it inside a transaction.
 */
export class RoutingService {
  readonly #knex: Knex;
  readonly #directory: CatalogDirectory;
  readonly #policy: RoutingPolicy;

  constructor(options: {
    knex: Knex;
    directory: CatalogDirectory;
    policy: RoutingPolicy;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#policy = options.policy;
  }

  /**
   * Routes an entity. Where nobody is found while the catalog does not answer, it
   * is unrouted for that reason, until it is routed anew.
   *
   * @param keyGroupRef - the group of the key that an alert came by
   */
  async route(entityRef: string, keyGroupRef?: string): Promise<Routing> {
    const { excerpt, freshness } = await this.#directory.excerpts.fresh(
      this.#with(entityRef, keyGroupRef),
    );
    const routing = resolveOwner(entityRef, excerpt, this.#policy, keyGroupRef);
    return freshness === 'stored' && !hasOwnOwner(routing)
      ? this.#unavailable(routing.entity, excerpt)
      : routing;
  }

  /** Routes entities by what is stored alone, without asking the catalog; in their order. */
  async routesAsStored(entityRefs: readonly string[]): Promise<Routing[]> {
    const excerpt = await this.#directory.excerpts.stored(
      this.#knex,
      this.#with(...entityRefs),
    );
    return entityRefs.map(ref => resolveOwner(ref, excerpt, this.#policy));
  }

  /**
   * Routes to a group that somebody named. Undefined where the catalog has no
   * such group.
   *
   * @throws ServiceUnavailableError where the catalog cannot be asked
   */
  async passOn(groupRef: string): Promise<Routing | undefined> {
    const { excerpt, freshness } = await this.#directory.excerpts.fresh(
      this.#with(groupRef),
    );
    const routing = routeToGroup(groupRef, excerpt, this.#policy);
    if (!routing && freshness === 'stored') {
      throw new ServiceUnavailableError(
        `The catalog does not answer, and ${groupRef} is not known yet`,
      );
    }
    return routing;
  }

  /**
   * Whom messages to groups lead to by what is stored alone: others where a group
   * has no people of its own, or is gone. For use inside a transaction.
   */
  async peopleAsStored(
    db: Knex,
    groupRefs: readonly string[],
  ): Promise<Map<string, PersonSnapshot[]>> {
    const excerpt = await this.#directory.excerpts.stored(
      db,
      this.#with(...groupRefs),
    );
    return new Map(
      groupRefs.map(ref => [
        ref,
        routeToGroup(ref, excerpt, this.#policy)?.people ?? [],
      ]),
    );
  }

  /**
   * Routes what has no entity: to the group of the key that an alert came by, or
   * to the last-resort group, if there is any.
   */
  async withoutEntity(
    reason: UnroutedReason,
    keyGroupRef?: string,
  ): Promise<Routing> {
    const { excerpt } = await this.#directory.excerpts.fresh(
      this.#with(keyGroupRef),
    );
    const routing = routeWithoutEntity(
      reason,
      excerpt,
      this.#policy,
      keyGroupRef,
    );
    return routing.unrouted === 'catalog-unavailable'
      ? this.#unavailable(undefined, excerpt)
      : routing;
  }

  /** Entities as they are written down on an incident; what the catalog does not have is missing. */
  async snapshots(
    refs: readonly string[],
  ): Promise<Map<string, EntitySnapshot>> {
    await this.#directory.readThrough.freshen(refs);
    return this.#directory.reader.snapshots(this.#knex, refs);
  }

  /** What the catalog suggests as impact and urgency of trouble with an entity. */
  async suggest(entityRef: string | undefined): Promise<ImpactSuggestion> {
    if (!entityRef) {
      return suggestImpact(undefined);
    }
    const { reader, dependencies } = this.#directory;
    const entity = (await reader.byRefs(this.#knex, [entityRef])).get(
      entityRef,
    );
    return suggestImpact(
      entity && {
        ...(entity.tier && { tier: entity.tier }),
        ...(entity.lifecycle && { lifecycle: entity.lifecycle }),
        productionDependants: await dependencies.productionDependants(
          this.#knex,
          entityRef,
        ),
      },
    );
  }

  #unavailable(
    entity: EntitySnapshot | undefined,
    excerpt: CatalogExcerpt,
  ): Routing {
    const routing = routeWithoutEntity(
      'catalog-unavailable',
      excerpt,
      this.#policy,
    );
    return {
      ...(entity && { entity }),
      ...routing,
      steps: [{ step: 'catalog-unavailable' }, ...routing.steps],
    };
  }

  #with(...refs: (string | undefined)[]): string[] {
    return [...refs, this.#policy.lastResortGroup].flatMap(ref => ref ?? []);
  }
}

/** Whether the owner is one that the entity has, not the last resort. */
function hasOwnOwner({ unrouted, steps }: Routing): boolean {
  return !unrouted && !steps.some(({ step }) => step === 'last-resort');
}
