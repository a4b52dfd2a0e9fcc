import {
  resolveOwner,
  type NamedRef,
  type Routing,
  type RoutingPolicy,
  type Setup,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import { chunks } from '../catalog/chunks';
import { PICKABLE_KINDS } from '../catalog/DirectorySearch';

/** Entities that route alike: they name the same owner, or none and are part of the same. */
interface RouteGroup {
  example: string;
  ownerRef: string | null;
  partOfRef: string | null;
  count: number;
}

type Fault = Omit<Setup['withoutOwner']['items'][number], 'entity'>;

const EXAMPLES_AT_ONCE = 100;

/** Tells which entities an alert would not lead to their own owner from. */
export class OwnerlessEntities {
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
   * Routes one entity of each group that routes alike, so the work is bounded by
   * the number of owners and not of entities.
   */
  async read(limit: number): Promise<Setup['withoutOwner']> {
    let total = 0;
    const items: Setup['withoutOwner']['items'] = [];
    for (const part of chunks(await this.#groups(), EXAMPLES_AT_ONCE)) {
      for (const { group, fault } of await this.#faults(part)) {
        total += group.count;
        if (items.length < limit) {
          const entities = await this.#entities(group, limit - items.length);
          items.push(...entities.map(entity => ({ entity, ...fault })));
        }
      }
    }
    return { total, items };
  }

  async #groups(): Promise<RouteGroup[]> {
    const partOf = this.#knex.raw(
      'case when owner_ref is null then part_of_ref end',
    );
    const rows: RouteGroup[] = await this.#knex('directory_entities')
      .whereIn('kind', PICKABLE_KINDS)
      .whereNull('gone_at')
      .groupBy('owner_ref', partOf)
      .orderBy('example')
      .select({ ownerRef: 'owner_ref', partOfRef: partOf })
      .min({ example: 'entity_ref' })
      .count({ count: '*' });
    return rows.map(row => ({ ...row, count: Number(row.count) }));
  }

  async #faults(
    groups: readonly RouteGroup[],
  ): Promise<{ group: RouteGroup; fault: Fault }[]> {
    const { lastResortGroup } = this.#policy;
    const excerpt = await this.#directory.excerpts.stored(this.#knex, [
      ...groups.map(group => group.example),
      ...(lastResortGroup ? [lastResortGroup] : []),
    ]);
    return groups.flatMap(group => {
      const fault = faultOf(resolveOwner(group.example, excerpt, this.#policy));
      return fault ? [{ group, fault }] : [];
    });
  }

  async #entities(group: RouteGroup, limit: number): Promise<NamedRef[]> {
    return this.#knex('directory_entities')
      .where({ owner_ref: group.ownerRef })
      .modify(query => {
        if (group.ownerRef === null) {
          query.where({ part_of_ref: group.partOfRef });
        }
      })
      .whereIn('kind', PICKABLE_KINDS)
      .whereNull('gone_at')
      .orderBy('title')
      .orderBy('entity_ref')
      .limit(limit)
      .select({ ref: 'entity_ref', title: 'title' });
  }
}

/** What is wrong with the owner that routing came upon first, if anything is. */
function faultOf({ steps, owner }: Routing): Fault | undefined {
  const ownedBy = steps.find(({ step }) => step === 'owned-by');
  const ownerRef = ownedBy?.step === 'owned-by' ? ownedBy.ownerRef : null;
  const goesTo = owner ? { ref: owner.ref, title: owner.title } : null;
  if (!ownerRef) {
    return { why: 'no-owner', ownerRef, goesTo };
  }
  const failed = steps.find(
    step =>
      (step.step === 'group-missing' || step.step === 'group-empty') &&
      step.groupRef === ownerRef,
  );
  return (
    failed && {
      why:
        failed.step === 'group-missing'
          ? 'owner-not-in-catalog'
          : 'owner-empty',
      ownerRef,
      goesTo,
    }
  );
}
