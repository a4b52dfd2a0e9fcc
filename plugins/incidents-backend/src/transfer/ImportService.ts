import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Import } from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { pruneInBatches } from '../database/pruneInBatches';
import type { ImportRowStore } from './ImportRowStore';
import type { ImportStore, StoredImport } from './ImportStore';
import { readMapping } from './mappingText';
import { readRows, type ReadRow } from './readRows';
import type { Upload } from './upload';

/** Rows that are written together. */
const AT_ONCE = 500;

const SHOWN = 20;

const DAY = 24 * 60 * 60_000;

/** A plan is decided on within that time, or made again. */
const KEEP_FOR = 7 * DAY;

/** What people do with imports; carrying them out is the engine's. */
export class ImportService {
  readonly #knex: Knex;
  readonly #imports: ImportStore;
  readonly #rows: ImportRowStore;
  readonly #now: NowService;
  readonly #hint: () => void;

  /** @param options.hint - tells the engine that there is something to do */
  constructor(options: {
    knex: Knex;
    imports: ImportStore;
    rows: ImportRowStore;
    now: NowService;
    hint: () => void;
  }) {
    this.#knex = options.knex;
    this.#imports = options.imports;
    this.#rows = options.rows;
    this.#now = options.now;
    this.#hint = options.hint;
  }

  /**
   * Keeps a file and has it planned. Nothing of it stays where it cannot be read to
   * its end.
   *
   * @throws InputError naming the field, the column or the line
   */
  async create(
    { mapping: text, fileName, file }: Upload,
    createdBy: StoredImport['createdBy'],
  ): Promise<Import> {
    const mapping = readMapping(text);
    const id = randomUUID();
    await this.#imports.insert(this.#knex, {
      id,
      mapping,
      fileName,
      createdAt: this.#now.now(),
      createdBy,
    });
    try {
      let count = 0;
      for await (const rows of portionsOf(readRows(file, mapping))) {
        await this.#rows.insert(this.#knex, id, rows);
        count += rows.length;
      }
      await this.#imports.wasRead(this.#knex, id, count);
    } catch (error) {
      await this.#deleteRows(id);
      await this.#imports.delete(this.#knex, id);
      throw error;
    }
    this.#hint();
    return this.get(id);
  }

  /** Newest first. */
  async latest(): Promise<Import[]> {
    const imports = await this.#imports.latest(this.#knex, SHOWN);
    return imports.map(toAnswer);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Import> {
    const found = await this.#imports.byId(this.#knex, id);
    if (!found) {
      throw new NotFoundError(`No import ${id}`);
    }
    return toAnswer(found);
  }

  /**
   * Lets a planned import begin. One that has begun goes on as it does.
   *
   * @throws NotFoundError, ConflictError where it is not planned yet or has ended otherwise
   */
  async start(id: string): Promise<Import> {
    const startedAt = this.#now.now();
    const started = await this.#imports.move(this.#knex, id, ['planned'], {
      state: 'importing',
      startedAt,
    });
    const now = await this.get(id);
    if (!started && now.state !== 'importing' && now.state !== 'done') {
      throw new ConflictError(`An import that is ${now.state} cannot begin`);
    }
    this.#hint();
    return now;
  }

  /**
   * Ends an import before its time. What it has made stays; the same file imported
   * again makes the rest.
   *
   * @throws NotFoundError, ConflictError where it has ended otherwise
   */
  async cancel(id: string): Promise<Import> {
    const cancelled = await this.#imports.move(
      this.#knex,
      id,
      ['planning', 'planned', 'importing'],
      { state: 'cancelled', endedAt: this.#now.now() },
    );
    const now = await this.get(id);
    if (!cancelled && now.state !== 'cancelled') {
      throw new ConflictError(
        `An import that is ${now.state} cannot be cancelled`,
      );
    }
    return now;
  }

  /** Deletes the rows of imports that have ended, or that nobody has gone on with for a week. */
  async prune(now: string): Promise<void> {
    const before = new Date(Date.parse(now) - KEEP_FOR).toISOString();
    for (const id of await this.#imports.toBePruned(this.#knex, before)) {
      await this.#imports.move(this.#knex, id, ['reading', 'planned'], {
        state: 'cancelled',
        endedAt: now,
      });
      await this.#deleteRows(id);
    }
  }

  async #deleteRows(id: string): Promise<void> {
    await pruneInBatches(most => this.#rows.deleteSome(this.#knex, id, most));
  }
}

async function* portionsOf(
  rows: AsyncIterable<ReadRow>,
): AsyncGenerator<ReadRow[]> {
  let portion: ReadRow[] = [];
  for await (const row of rows) {
    portion.push(row);
    if (portion.length === AT_ONCE) {
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) {
    yield portion;
  }
}

function toAnswer(stored: StoredImport): Import {
  const { id, state, mapping, fileName, createdAt, createdBy, rows } = stored;
  return {
    id,
    state,
    system: mapping.system,
    fileName,
    createdAt,
    createdBy: { ref: createdBy.ref ?? '', title: createdBy.name },
    rows,
    plan: stored.plan ?? null,
    ...stored.counts,
    startedAt: stored.startedAt ?? null,
    endedAt: stored.endedAt ?? null,
    error: stored.error ?? null,
  };
}
