import { parseEntityRef } from '@backstage/catalog-model';
import {
  lookupsOf,
  matchLabels,
  MATCHABLE_KINDS,
  type EntityCandidate,
  type EntityLookup,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type {
  CatalogDirectory,
  CatalogQuery,
  DirectoryEntity,
} from '../catalog';
import { BriefMemory } from '../memory/BriefMemory';

/** Which entity an alert is about, as far as its labels say. */
export type LabelMatch =
  | { outcome: 'matched'; entityRef: string; lookup: EntityLookup }
  | { outcome: 'several'; candidates: EntityCandidate[] }
  | { outcome: 'none'; candidates: EntityCandidate[] }
  | { outcome: 'catalog-unavailable'; candidates: EntityCandidate[] };

const MISS_REMEMBERED_MS = 45_000;
const MISSES_REMEMBERED = 1_000;
const SIMILAR_SHOWN = 5;
const ANSWERED_TOGETHER = 100;

/**
 * Finds the entity behind an alert's labels: one statement on the directory, which
 * alerts that are asked about together share, and only where that finds nothing one
 * question to the catalog, which the same labels do not ask again for a while. Never
 * call it inside a transaction.
 */
export class EntityMatcher {
  readonly #knex: Knex;
  readonly #directory: CatalogDirectory;
  readonly #matchLabels: readonly string[];
  /** What is known by any of the look-ups, of some alerts at a time. */
  readonly #known: DataLoader<readonly EntityLookup[], DirectoryEntity[]>;
  /** Look-ups that neither directory nor catalog could answer, or that are being answered. */
  readonly #misses: BriefMemory<Promise<LabelMatch>>;

  constructor(options: {
    knex: Knex;
    directory: CatalogDirectory;
    matchLabels: readonly string[];
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
    this.#matchLabels = options.matchLabels;
    this.#known = new DataLoader(
      async asked => {
        const entities = await this.#knownBy(asked.flat());
        return asked.map(() => entities);
      },
      { cache: false, maxBatchSize: ANSWERED_TOGETHER },
    );
    this.#misses = new BriefMemory({
      now: options.now,
      forMs: MISS_REMEMBERED_MS,
      capacity: MISSES_REMEMBERED,
    });
  }

  async match(labels: Readonly<Record<string, string>>): Promise<LabelMatch> {
    const lookups = lookupsOf(labels, this.#matchLabels);
    if (lookups.length === 0) {
      return { outcome: 'none', candidates: [] };
    }
    const key = JSON.stringify(lookups);
    const missed = this.#misses.get(key);
    if (missed) {
      return missed;
    }
    const known = await this.#inDirectory(lookups);
    if (known) {
      return known;
    }
    const asked = this.#misses.get(key) ?? this.#askCatalog(lookups);
    this.#misses.set(key, asked);
    try {
      const answer = await asked;
      if (answer.outcome !== 'none') {
        this.#misses.delete(key);
      }
      return answer;
    } catch (error) {
      this.#misses.delete(key);
      throw error;
    }
  }

  async #askCatalog(lookups: readonly EntityLookup[]): Promise<LabelMatch> {
    const freshness = await this.#directory.readThrough.discover(
      questionOf(lookups, this.#directory.settings.alertNameAnnotation),
    );
    const known = await this.#inDirectory(lookups);
    if (known) {
      return known;
    }
    return {
      outcome: freshness === 'fresh' ? 'none' : 'catalog-unavailable',
      candidates: await this.#similar(lookups),
    };
  }

  async #inDirectory(
    lookups: readonly EntityLookup[],
  ): Promise<LabelMatch | undefined> {
    const match = matchLabels(lookups, await this.#known.load(lookups));
    switch (match.outcome) {
      case 'matched':
        return {
          outcome: 'matched',
          entityRef: match.entity.entityRef,
          lookup: match.lookup,
        };
      case 'several':
        return {
          outcome: 'several',
          candidates: match.candidates.map(toCandidate),
        };
      default:
        return undefined;
    }
  }

  #knownBy(lookups: readonly EntityLookup[]): Promise<DirectoryEntity[]> {
    return this.#directory.reader.known(this.#knex, {
      entityRefs: once(
        lookups.flatMap(l => (l.by === 'ref' ? l.entityRef : [])),
      ),
      names: once(lookups.flatMap(l => (l.by === 'name' ? l.name : []))),
      alertNames: once(
        lookups.flatMap(l => (l.by === 'alert-name' ? l.alertName : [])),
      ),
    });
  }

  async #similar(lookups: readonly EntityLookup[]): Promise<EntityCandidate[]> {
    const names = lookups.flatMap(l => (l.by === 'name' ? l.name : []));
    const similar = await this.#directory.search.similar(
      this.#knex,
      names,
      SIMILAR_SHOWN,
    );
    return similar.map(toCandidate);
  }
}

function once(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** All look-ups as one question: what answers any of them. */
function questionOf(
  lookups: readonly EntityLookup[],
  annotation: string,
): CatalogQuery {
  return {
    $any: lookups.map((lookup): CatalogQuery => {
      switch (lookup.by) {
        case 'ref': {
          const { kind, namespace, name } = parseEntityRef(lookup.entityRef);
          return {
            kind,
            'metadata.namespace': namespace,
            'metadata.name': name,
          };
        }
        case 'name':
          return {
            kind: { $in: [...MATCHABLE_KINDS] },
            ...(lookup.namespace && { 'metadata.namespace': lookup.namespace }),
            'metadata.name': lookup.name,
          };
        default:
          return annotated(annotation, lookup.alertName);
      }
    }),
  };
}

function annotated(
  annotation: string,
  value: string,
): { [path: `metadata.annotations.${string}`]: string } {
  return { [`metadata.annotations.${annotation}`]: value };
}

function toCandidate(entity: DirectoryEntity): EntityCandidate {
  return {
    entityRef: entity.entityRef,
    title: entity.title,
    kind: entity.kind,
    ownerTitle: entity.ownerTitle ?? null,
  };
}
