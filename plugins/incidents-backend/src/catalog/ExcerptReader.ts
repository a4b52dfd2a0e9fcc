import type { CatalogExcerpt } from '@linchpin/backstage-plugin-incidents-common';
import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import type { DirectoryReader } from './DirectoryReader';
import {
  excerptOf,
  wantedRefs,
  type AbsentEntity,
  type Known,
  type KnownEntity,
} from './excerpt';
import type { Freshness, ReadThrough } from './ReadThrough';

/** Rounds after which a chain of systems, domains and groups is followed no farther. */
const ROUNDS_MAX = 12;
const REFS_PER_QUERY = 500;

/** What the catalog says of a ref, and whether it was asked. */
interface Current {
  found: KnownEntity | AbsentEntity;
  freshness: Freshness;
}

/**
 * Gathers the part of the catalog that routing looks at. What is routed together is
 * looked up together, in as many statements as one alone.
 */
export class ExcerptReader {
  readonly #reader: DirectoryReader;
  readonly #current: DataLoader<string, Current>;

  constructor(options: {
    knex: Knex;
    reader: DirectoryReader;
    readThrough: ReadThrough;
  }) {
    this.#reader = options.reader;
    this.#current = new DataLoader(
      async refs => {
        const wanted = [...new Set(refs)];
        const freshness = await options.readThrough.freshen(wanted);
        const known = await this.#load(options.knex, wanted);
        return refs.map(ref => ({ found: known.get(ref)!, freshness }));
      },
      { cache: false },
    );
  }

  /** Around entities or groups, as stored. */
  async stored(db: Knex, refs: readonly string[]): Promise<CatalogExcerpt> {
    return this.#follow(refs, wanted => this.#load(db, wanted));
  }

  /**
   * The same after asking the catalog for what is out of date. Never call it
   * inside a transaction.
   */
  async fresh(
    refs: readonly string[],
  ): Promise<{ excerpt: CatalogExcerpt; freshness: Freshness }> {
    let freshness: Freshness = 'fresh';
    const excerpt = await this.#follow(refs, async wanted => {
      const current = await Promise.all(
        wanted.map(ref => this.#current.load(ref)),
      );
      if (current.some(answer => answer.freshness === 'stored')) {
        freshness = 'stored';
      }
      return new Map(wanted.map((ref, index) => [ref, current[index].found]));
    });
    return { excerpt, freshness };
  }

  async #follow(
    refs: readonly string[],
    load: (wanted: readonly string[]) => Promise<Known>,
  ): Promise<CatalogExcerpt> {
    const known = new Map<string, KnownEntity | AbsentEntity>();
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const wanted = wantedRefs(refs, known);
      if (wanted.length === 0) {
        break;
      }
      for (const [ref, found] of await load(wanted)) {
        known.set(ref, found);
      }
    }
    return excerptOf(known);
  }

  async #load(db: Knex, refs: readonly string[]): Promise<Known> {
    const entities = await this.#reader.byRefs(db, refs);
    const groups = refs.filter(ref => ref.startsWith('group:'));
    const belongings = await this.#belongingsOf(
      db,
      groups.filter(ref => entities.has(ref)),
    );
    const formerParents = await this.#reader.formerParents(
      db,
      groups.filter(ref => !entities.has(ref)),
    );
    return new Map(
      refs.map(ref => {
        const entity = entities.get(ref);
        return [
          ref,
          entity
            ? {
                entity,
                memberRefs: belongings.get(`member-of ${ref}`) ?? [],
                childRefs: belongings.get(`child-of ${ref}`) ?? [],
              }
            : { entity, formerParentRef: formerParents.get(ref) },
        ];
      }),
    );
  }

  /** Members and children by `<type> <group ref>`. */
  async #belongingsOf(
    db: Knex,
    groupRefs: readonly string[],
  ): Promise<Map<string, string[]>> {
    const belongings = new Map<string, string[]>();
    for (const part of chunks(groupRefs, REFS_PER_QUERY)) {
      const rows = await db('directory_relations')
        .whereIn('target_ref', part)
        .whereIn('type', ['member-of', 'child-of'])
        .orderBy('source_ref')
        .select('source_ref', 'type', 'target_ref');
      for (const { source_ref, type, target_ref } of rows) {
        const key = `${type} ${target_ref}`;
        belongings.set(key, [...(belongings.get(key) ?? []), source_ref]);
      }
    }
    return belongings;
  }
}
