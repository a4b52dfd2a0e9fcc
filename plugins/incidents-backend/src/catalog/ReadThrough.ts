import type { Entity } from '@backstage/catalog-model';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { inTransaction } from '../database/inTransaction';
import { toInstant } from '../database/instant';
import { BriefMemory } from '../memory/BriefMemory';
import {
  CatalogUnavailableError,
  type CatalogQuery,
  type CatalogSource,
} from './CatalogSource';
import { chunks } from '../database/chunks';
import type { DirectoryStore } from './DirectoryStore';
import { recordOf, type DirectoryRecord } from './record';
import type { CatalogSettings } from './settings';

/** Records younger than this are taken as they are. */
const FRESH_FOR_MS = 60_000;
const ABSENT_REMEMBERED = 2_000;
const REFS_PER_QUERY = 500;

/** Whether the catalog answered, or what is stored has to do. */
export type Freshness = 'fresh' | 'stored';

/** Brings single records up to date before somebody decides by them. */
export class ReadThrough {
  readonly #knex: Knex;
  readonly #source: CatalogSource;
  readonly #store: DirectoryStore;
  readonly #settings: CatalogSettings;
  readonly #now: NowService;
  /** Refs that the catalog has just said it does not have. */
  readonly #absent: BriefMemory<true>;

  constructor(options: {
    knex: Knex;
    source: CatalogSource;
    store: DirectoryStore;
    settings: CatalogSettings;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#source = options.source;
    this.#store = options.store;
    this.#settings = options.settings;
    this.#now = options.now;
    this.#absent = new BriefMemory({
      now: options.now,
      forMs: FRESH_FOR_MS,
      capacity: ABSENT_REMEMBERED,
    });
  }

  /**
   * Asks the catalog for those of the refs that are missing or older than a
   * minute; users only where they are missing, since a team's people change by
   * its own record. Never call it inside a transaction.
   */
  async freshen(refs: readonly string[]): Promise<Freshness> {
    const stale = await this.#stale(refs);
    if (stale.length === 0) {
      return 'fresh';
    }
    return unlessUnavailable(async () => {
      for (const part of chunks(stale, REFS_PER_QUERY)) {
        await this.#read(part);
      }
    });
  }

  /**
   * Takes up what the catalog answers to a question and the directory may lack.
   * Never call it inside a transaction.
   */
  async discover(query: CatalogQuery): Promise<Freshness> {
    return unlessUnavailable(async () => {
      const at = this.#now.now();
      const records = this.#records(await this.#source.matching(query));
      await inTransaction(this.#knex, tx => this.#store.write(tx, records, at));
    });
  }

  async #stale(refs: readonly string[]): Promise<string[]> {
    const freshSince = Date.parse(this.#now.now()) - FRESH_FOR_MS;
    const stored = new Map<string, string>();
    for (const part of chunks(refs, REFS_PER_QUERY)) {
      const rows = await this.#knex('directory_entities')
        .whereIn('entity_ref', part)
        .select('entity_ref', 'refreshed_at');
      for (const row of rows) {
        stored.set(row.entity_ref, toInstant(row.refreshed_at));
      }
    }
    return refs.filter(ref => {
      const refreshedAt = stored.get(ref);
      if (refreshedAt === undefined) {
        return !this.#absent.get(ref);
      }
      return !ref.startsWith('user:') && Date.parse(refreshedAt) < freshSince;
    });
  }

  async #read(refs: readonly string[]): Promise<void> {
    const at = this.#now.now();
    const records = this.#records(await this.#source.byRefs(refs));
    const there = new Set(records.map(record => record.ref));
    const absent = refs.filter(ref => !there.has(ref));
    await inTransaction(this.#knex, async tx => {
      await this.#store.write(tx, records, at);
      await this.#store.markGone(tx, absent, at);
    });
    for (const ref of absent) {
      this.#absent.set(ref, true);
    }
  }
  #records(entities: readonly Entity[]): DirectoryRecord[] {
    return entities
      .map(entity => recordOf(entity, this.#settings))
      .filter(record => record !== undefined);
  }
}

async function unlessUnavailable(
  question: () => Promise<void>,
): Promise<Freshness> {
  try {
    await question();
    return 'fresh';
  } catch (error) {
    if (error instanceof CatalogUnavailableError) {
      return 'stored';
    }
    throw error;
  }
}
