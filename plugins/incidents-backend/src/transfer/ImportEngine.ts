import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, isError, toError } from '@backstage/errors';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { backoffMs, WakeLoop } from '../clocks';
import { inTransaction } from '../database/inTransaction';
import type { IncidentWriter } from '../incidents/IncidentWriter';
import type { ImportedStore } from './ImportedStore';
import type { ImportRowStore, SourceIncident } from './ImportRowStore';
import type { ImportLease, ImportStore, StoredImport } from './ImportStore';
import { IncidentReadings, type ImportCatalog } from './IncidentReadings';
import { PlanDraft } from './PlanDraft';

/** How long an import stays with a process that has died; asking the catalog may take a while. */
const LEASE_MS = 5_000;

/** Incidents that are looked at together. */
const READ_AT_ONCE = 100;

/** Incidents that are made together, so that a transaction is over in a tenth of a second. */
const MADE_AT_ONCE = 20;

/** The import was cancelled, or is another process's to work on by now. */
class NotOursAnyMore extends Error {}

/**
 * Plans and carries out imports. Any number of engines share one database: each
 * import is held by one of them by a lease, that is renewed with every step and
 * whose loss undoes the step that is under way. What a dead process has done is
 * written down with the incidents that it made, so another goes on behind it.
 */
export class ImportEngine {
  readonly #id = randomUUID();
  readonly #knex: Knex;
  readonly #imports: ImportStore;
  readonly #rows: ImportRowStore;
  readonly #imported: ImportedStore;
  readonly #writer: IncidentWriter;
  readonly #catalog: ImportCatalog;
  readonly #now: NowService;
  readonly #logger: LoggerService;
  readonly #loop: WakeLoop;
  #stopping = false;

  constructor(options: {
    knex: Knex;
    imports: ImportStore;
    rows: ImportRowStore;
    imported: ImportedStore;
    writer: IncidentWriter;
    catalog: ImportCatalog;
    now: NowService;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#imports = options.imports;
    this.#rows = options.rows;
    this.#imported = options.imported;
    this.#writer = options.writer;
    this.#catalog = options.catalog;
    this.#now = options.now;
    this.#logger = options.logger;
    this.#loop = new WakeLoop({
      look: () => this.#look(),
      logger: options.logger,
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** Resolves when the step that is under way is over. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#loop.stop();
  }

  /** There may be something to do. */
  hint(): void {
    this.#loop.wake();
  }

  async #look(): Promise<number | undefined> {
    const job = await inTransaction(this.#knex, tx =>
      this.#imports.claim(tx, this.#lease(), this.#now.now()),
    );
    if (!job) {
      return undefined;
    }
    try {
      const readings = await IncidentReadings.of(job.mapping, this.#catalog);
      if (job.state === 'planning') {
        await this.#plan(job, readings);
      } else {
        await this.#make(job, readings);
      }
    } catch (error) {
      if (!(error instanceof NotOursAnyMore)) {
        await this.#fail(job, error);
      }
    }
    return 0;
  }

  async #plan(job: StoredImport, readings: IncidentReadings): Promise<void> {
    const draft = new PlanDraft();
    for await (const incidents of this.#incidentsOf(job, READ_AT_ONCE)) {
      if (!(await this.#imports.renew(this.#knex, job.id, this.#lease()))) {
        throw new NotOursAnyMore();
      }
      const known = await this.#imported.known(
        this.#knex,
        job.mapping.system,
        incidents.map(({ sourceId }) => sourceId),
      );
      for (const incident of incidents) {
        if (known.has(incident.sourceId)) {
          draft.known();
        } else {
          draft.read(readings.of(incident, this.#now.now()));
        }
      }
    }
    await this.#imports.planned(
      this.#knex,
      job.id,
      draft.finished(readings.notInCatalog),
      this.#lease(),
    );
  }

  async #make(job: StoredImport, readings: IncidentReadings): Promise<void> {
    for await (const incidents of this.#incidentsOf(job, MADE_AT_ONCE)) {
      await inTransaction(this.#knex, tx =>
        this.#makeSome(tx, job, readings, incidents),
      );
    }
    await this.#imports.end(
      this.#knex,
      job.id,
      { state: 'done', endedAt: this.#now.now() },
      this.#lease(),
    );
  }

  /** Makes incidents and writes down that they are made, or does nothing. */
  async #makeSome(
    tx: Knex.Transaction,
    { id: importId, mapping: { system } }: StoredImport,
    readings: IncidentReadings,
    incidents: readonly SourceIncident[],
  ): Promise<void> {
    const now = this.#now.now();
    const known = await this.#imported.known(
      tx,
      system,
      incidents.map(({ sourceId }) => sourceId),
    );
    const isNew = incidents.filter(({ sourceId }) => !known.has(sourceId));
    const pasts = isNew.flatMap(each => readings.of(each, now).past ?? []);
    const made = await this.#writer.together(tx, now, changes =>
      changes.import(pasts),
    );
    await this.#imported.insert(
      tx,
      made.map(({ id: incidentId }, index) => ({
        system,
        sourceId: pasts[index].origin.id,
        incidentId,
        importId,
      })),
    );
    const isOurs = await this.#imports.advance(
      tx,
      importId,
      {
        made: made.length,
        known: known.size,
        refused: isNew.length - made.length,
        lastSourceId: incidents[incidents.length - 1].sourceId,
      },
      this.#lease(),
    );
    if (!isOurs) {
      throw new NotOursAnyMore();
    }
  }

  /** All that are not worked through yet, some at a time. Ends early where the process does. */
  async *#incidentsOf(
    { id, lastSourceId }: StoredImport,
    most: number,
  ): AsyncGenerator<SourceIncident[]> {
    for (let after = lastSourceId; ;) {
      // On SQLite nothing else of this process runs until told so.
      await letOthersRun();
      if (this.#stopping) {
        throw new NotOursAnyMore();
      }
      const incidents = await this.#rows.next(this.#knex, id, after, most);
      if (incidents.length === 0) {
        return;
      }
      yield incidents;
      after = incidents[incidents.length - 1].sourceId;
    }
  }

  /** What the file or the mapping is to blame for ends it; anything else is tried again. */
  async #fail({ id }: StoredImport, error: unknown): Promise<void> {
    if (!(isError(error) && error.name === InputError.name)) {
      await this.#postpone(id, toError(error));
      return;
    }
    this.#logger.warn(`Import ${id} failed`, toError(error));
    await this.#imports.end(
      this.#knex,
      id,
      { state: 'failed', endedAt: this.#now.now(), error: error.message },
      this.#lease(),
    );
  }

  /** Lets those behind it pass meanwhile. */
  async #postpone(id: string, error: Error): Promise<void> {
    const before = await this.#imports.byId(this.#knex, id);
    const failures = (before?.failures ?? 0) + 1;
    const wait = backoffMs(failures, 0);
    this.#logger.error(`Import ${id} stopped, again in ${wait} ms`, error);
    const until = new Date(Date.parse(this.#now.now()) + wait).toISOString();
    await this.#imports.postpone(
      this.#knex,
      id,
      { failures, error: error.message, until },
      this.#lease(),
    );
  }

  #lease(): ImportLease {
    const until = Date.parse(this.#now.now()) + LEASE_MS;
    return { by: this.#id, until: new Date(until).toISOString() };
  }
}
