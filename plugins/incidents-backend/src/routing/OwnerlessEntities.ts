import {
  resolveOwner,
  type NamedRef,
  type Routing,
  type RoutingPolicy,
  type Setup,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { CatalogDirectory } from '../catalog';
import { FALLIBLE_KINDS } from '../catalog/DirectoryReader';
import { chunks } from '../database/chunks';

/** Entities that name the same owner, or none and are part of the same. */
interface OwnerGroup {
  example: string;
  ownerRef: string | null;
  partOfRef: string | null;
  count: number;
}

type Item = Setup['withoutOwner']['items'][number];
type Fault = Item['why'];

/** Entities whose own owner nothing leads to. */
export interface Ownerless {
  /** How many for each reason. */
  totals: Record<Fault, number>;
  /** Of how many entities. */
  of: number;
  /** The first for each reason. */
  items: Item[];
}

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
   * Routes one entity of each owner, so that the work grows with the owners and
   * not with the entities; then the few that are shown.
   *
   * @param limit - How many are shown for each reason.
   */
  async read(limit: number): Promise<Ownerless> {
    const totals: Ownerless['totals'] = {
      'no-owner': 0,
      'owner-empty': 0,
      'owner-not-in-catalog': 0,
    };
    const shown: string[] = [];
    const all = await this.#groups();
    for (const groups of chunks(all, EXAMPLES_AT_ONCE)) {
      const faults = await this.#faults(groups.map(group => group.example));
      for (const group of groups) {
        const fault = faults.get(group.example);
        if (fault) {
          const left = Math.max(0, limit - totals[fault.why]);
          shown.push(...(left > 0 ? await this.#refs(group, left) : []));
          totals[fault.why] += group.count;
        }
      }
    }
    return {
      totals,
      of: all.reduce((sum, { count }) => sum + count, 0),
      items: [...(await this.#faults(shown)).values()],
    };
  }

  async #groups(): Promise<OwnerGroup[]> {
    const partOf = this.#knex.raw(
      'case when owner_ref is null then part_of_ref end',
    );
    const rows: OwnerGroup[] = await this.#knex('directory_entities')
      .whereIn('kind', FALLIBLE_KINDS)
      .whereNull('gone_at')
      .groupBy('owner_ref', partOf)
      .orderBy('example')
      .select({ ownerRef: 'owner_ref', partOfRef: partOf })
      .min({ example: 'entity_ref' })
      .count({ count: '*' });
    return rows.map(row => ({ ...row, count: Number(row.count) }));
  }

  /** What is wrong with the owner of each, by ref; missing where nothing is. */
  async #faults(refs: readonly string[]): Promise<Map<string, Item>> {
    const { lastResortGroup } = this.#policy;
    const excerpt = await this.#directory.excerpts.stored(this.#knex, [
      ...refs,
      ...(lastResortGroup ? [lastResortGroup] : []),
    ]);
    const faults = new Map<string, Item>();
    for (const ref of refs) {
      const fault = faultOf(resolveOwner(ref, excerpt, this.#policy));
      if (fault) {
        faults.set(ref, fault);
      }
    }
    return faults;
  }

  async #refs(group: OwnerGroup, limit: number): Promise<string[]> {
    const rows: { entity_ref: string }[] = await this.#knex(
      'directory_entities',
    )
      .where({ owner_ref: group.ownerRef })
      .modify(query => {
        if (group.ownerRef === null) {
          query.where({ part_of_ref: group.partOfRef });
        }
      })
      .whereIn('kind', FALLIBLE_KINDS)
      .whereNull('gone_at')
      .orderBy('entity_ref')
      .limit(limit)
      .select('entity_ref');
    return rows.map(row => row.entity_ref);
  }
}

/** What is wrong with the owner that routing came upon first, if anything is. */
function faultOf({ entity, steps, owner }: Routing): Item | undefined {
  if (!entity) {
    return undefined;
  }
  const found = {
    entity: named(entity),
    goesTo: owner ? named(owner) : null,
  };
  const ownedBy = steps.find(step => step.step === 'owned-by');
  if (!ownedBy) {
    return { ...found, why: 'no-owner', ownerRef: null };
  }
  const { ownerRef } = ownedBy;
  const failed = steps.find(
    step =>
      (step.step === 'group-missing' || step.step === 'group-empty') &&
      step.groupRef === ownerRef,
  );
  return (
    failed && {
      ...found,
      why:
        failed.step === 'group-missing'
          ? 'owner-not-in-catalog'
          : 'owner-empty',
      ownerRef,
    }
  );
}

function named({ ref, title }: NamedRef): NamedRef {
  return { ref, title };
}
