import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { inTransaction } from '../database/inTransaction';
import type { CatalogSource } from './CatalogSource';
import { chunks } from '../database/chunks';
import type { DirectoryStore } from './DirectoryStore';
import { digestOf, recordOf, type DirectoryRecord } from './record';
import type { RefreshLog, RefreshStatus } from './RefreshLog';
import type { CatalogSettings } from './settings';

/** Records in one transaction: a few milliseconds on SQLite, which stands still meanwhile. */
const BATCH = 50;

/** How often it is asked whether a reading is due. */
const LOOK_EVERY_SECONDS = 10;

/** Growth from one reading to the next above which a catalog counts as still filling. */
const FILLING = 1.1;

/** Keeps the directory as the catalog is: reads all of it, again and again. */
export class DirectoryRefresh {
  readonly #knex: Knex;
  readonly #source: CatalogSource;
  readonly #store: DirectoryStore;
  readonly #log: RefreshLog;
  readonly #settings: CatalogSettings;
  readonly #now: NowService;
  readonly #logger: LoggerService;
  readonly #followers: (() => Promise<void>)[] = [];

  constructor(options: {
    knex: Knex;
    source: CatalogSource;
    store: DirectoryStore;
    log: RefreshLog;
    settings: CatalogSettings;
    now: NowService;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#source = options.source;
    this.#store = options.store;
    this.#log = options.log;
    this.#settings = options.settings;
    this.#now = options.now;
    this.#logger = options.logger;
  }

  /** Has something done after each whole reading; one that fails counts as failed reading. */
  onRead(follow: () => Promise<void>): void {
    this.#followers.push(follow);
  }

  /** Reads from now on, on one replica at a time: all of them share the directory. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'incidents-directory-refresh',
      frequency: { seconds: LOOK_EVERY_SECONDS },
      timeout: { minutes: 10 },
      scope: 'global',
      fn: async signal => this.runIfDue(signal),
    });
  }

  async runIfDue(signal?: AbortSignal): Promise<void> {
    const status = await this.#log.status(this.#knex);
    if (isRefreshDue(status, this.#now.now(), this.#settings.refreshEvery)) {
      await this.run(signal);
    }
  }

  /** Reads the whole catalog once. A failure is noted, and what is known stays. */
  async run(signal?: AbortSignal): Promise<void> {
    const startedAt = this.#now.now();
    try {
      let found = 0;
      for await (const page of this.#source.pages()) {
        signal?.throwIfAborted();
        found += await this.#keep(page, startedAt);
      }
      // A catalog that lists nothing has not been filled yet, or was begun anew.
      if (found > 0) {
        await this.#forgetWhatIsGone(startedAt, signal);
      }
      for (const follow of this.#followers) {
        await follow();
      }
      await this.#log.succeeded(this.#knex, startedAt, found);
    } catch (error) {
      this.#logger.warn('The catalog could not be read whole', toMeta(error));
      await this.#log.failed(this.#knex, stringifyError(error));
    }
  }

  async #keep(entities: readonly Entity[], at: string): Promise<number> {
    const records = entities
      .map(entity => recordOf(entity, this.#settings))
      .filter(record => record !== undefined);
    for (const batch of chunks(records, BATCH)) {
      await this.#keepBatch(batch, at);
      await nextTurn();
    }
    return records.length;
  }

  async #keepBatch(
    records: readonly DirectoryRecord[],
    at: string,
  ): Promise<void> {
    const refs = records.map(record => record.ref);
    await inTransaction(this.#knex, async tx => {
      const stored = await this.#store.digests(tx, refs);
      const changed = records.filter(
        record => stored.get(record.ref) !== digestOf(record),
      );
      const changedRefs = new Set(changed.map(record => record.ref));
      await this.#store.write(tx, changed, at);
      await this.#store.confirm(
        tx,
        refs.filter(ref => !changedRefs.has(ref)),
        at,
      );
    });
  }

  /**
   * Pages are read one after the other, and an entity that is made anew in
   * between can slip through them: what was not on any is asked for by name.
   */
  async #forgetWhatIsGone(
    startedAt: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const unseen = await this.#store.notSeenSince(
        this.#knex,
        startedAt,
        BATCH,
      );
      if (unseen.length === 0) {
        return;
      }
      const entities = await this.#source.byRefs(unseen);
      const records = entities
        .map(entity => recordOf(entity, this.#settings))
        .filter(record => record !== undefined);
      const there = new Set(records.map(record => record.ref));
      await inTransaction(this.#knex, async tx => {
        await this.#store.write(tx, records, startedAt);
        await this.#store.markGone(
          tx,
          unseen.filter(ref => !there.has(ref)),
          startedAt,
        );
      });
      await nextTurn();
    }
  }
}

/**
 * Whether to read the catalog now: in its turn, and at every look while that
 * has not worked or the catalog is still filling, as after its first start.
 */
export function isRefreshDue(
  status: RefreshStatus,
  now: string,
  everyMs: number,
): boolean {
  const { refreshedAt, entities, entitiesBefore, error } = status;
  if (!refreshedAt || error) {
    return true;
  }
  const isFilling = entities === 0 || entities > entitiesBefore * FILLING;
  return isFilling || Date.parse(now) - Date.parse(refreshedAt) >= everyMs;
}

function toMeta(error: unknown): { error: string } {
  return { error: stringifyError(error) };
}
