import type {
  Import,
  ImportMapping,
  ImportPlan,
  PersonSnapshot,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import {
  toInstant,
  toInstantOrUndefined,
  type StoredInstant,
} from '../database/instant';
import { skipLocked } from '../database/dialect';

/** An import as the table has it. */
export interface StoredImport {
  id: string;
  state: Import['state'];
  mapping: ImportMapping;
  fileName: string;
  createdAt: string;
  /** Without a ref where it was a service. */
  createdBy: Pick<PersonSnapshot, 'name'> & Partial<PersonSnapshot>;
  rows: number;
  plan?: ImportPlan;
  /** Worked through up to this one. */
  lastSourceId?: string;
  counts: ImportCounts;
  startedAt?: string;
  endedAt?: string;
  /** How often in a row it could not go on. */
  failures: number;
  /** Why it failed, or does not go on at the moment. */
  error?: string;
}

/** What has become of incidents. */
export interface ImportCounts {
  made: number;
  known: number;
  refused: number;
}

/** That a process works on an import, and until when unless it says so again. */
export interface ImportLease {
  by: string;
  until: string;
}

interface ImportRow {
  id: string;
  state: Import['state'];
  system: string;
  file_name: string;
  mapping: string;
  created_at: StoredInstant;
  created_by_ref: string | null;
  created_by_name: string;
  row_count: number;
  plan: string | null;
  last_source_id: string | null;
  made: number;
  known: number;
  refused: number;
  started_at: StoredInstant | null;
  ended_at: StoredInstant | null;
  failures: number;
  error: string | null;
}

/** States in which an engine has something to do. */
const WORKING = ['planning', 'importing'];

/** The `imports` table. */
export class ImportStore {
  async insert(
    db: Knex,
    {
      id,
      mapping,
      fileName,
      createdAt,
      createdBy,
    }: Pick<
      StoredImport,
      'id' | 'mapping' | 'fileName' | 'createdAt' | 'createdBy'
    >,
  ): Promise<void> {
    await db('imports').insert({
      id,
      state: 'reading',
      system: mapping.system,
      file_name: fileName,
      mapping: JSON.stringify(mapping),
      created_at: new Date(createdAt),
      created_by_ref: createdBy.ref ?? null,
      created_by_name: createdBy.name,
    });
  }

  async byId(db: Knex, id: string): Promise<StoredImport | undefined> {
    const row = await db<ImportRow>('imports').where({ id }).first();
    return row && toImport(row);
  }

  /** Newest first. */
  async latest(db: Knex, most: number): Promise<StoredImport[]> {
    const rows = await db<ImportRow>('imports')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most);
    return rows.map(toImport);
  }

  /** The whole file is here. */
  async wasRead(db: Knex, id: string, rows: number): Promise<void> {
    await db('imports')
      .where({ id })
      .update({ state: 'planning', row_count: rows });
  }

  async delete(db: Knex, id: string): Promise<void> {
    await db('imports').where({ id }).delete();
  }

  /**
   * Lets an import go on to another state, where it is in one of these.
   *
   * @returns whether it was
   */
  async move(
    db: Knex,
    id: string,
    from: readonly Import['state'][],
    to: { state: Import['state']; startedAt?: string; endedAt?: string },
  ): Promise<boolean> {
    const moved = await db('imports')
      .where({ id })
      .whereIn('state', [...from])
      .update({
        state: to.state,
        ...(to.startedAt && { started_at: new Date(to.startedAt) }),
        ...(to.endedAt && { ended_at: new Date(to.endedAt) }),
      });
    return moved > 0;
  }

  /** Takes the oldest import that there is something to do for and nobody does it. */
  async claim(
    tx: Knex.Transaction,
    lease: ImportLease,
    now: string,
  ): Promise<StoredImport | undefined> {
    const row: ImportRow | undefined = await skipLocked(
      tx,
      tx('imports')
        .whereIn('state', WORKING)
        .where(free =>
          free
            .whereNull('lease_until')
            .orWhere('lease_until', '<', new Date(now))
            .orWhere('lease_by', lease.by),
        )
        .orderBy('created_at')
        .first(),
    );
    if (!row) {
      return undefined;
    }
    await tx('imports').where({ id: row.id }).update(leased(lease));
    return toImport(row);
  }

  /** @returns whether it is still this process's to work on */
  async renew(db: Knex, id: string, lease: ImportLease): Promise<boolean> {
    const held = await heldBy(db, id, lease)
      .whereIn('state', WORKING)
      .update(leased(lease));
    return held > 0;
  }

  /** Keeps the plan, for somebody to decide on. */
  async planned(
    db: Knex,
    id: string,
    plan: ImportPlan,
    lease: ImportLease,
  ): Promise<void> {
    await heldBy(db, id, lease)
      .where({ state: 'planning' })
      .update({
        state: 'planned',
        plan: JSON.stringify(plan),
        ...WELL,
        ...RELEASED,
      });
  }

  /**
   * Writes down that incidents up to this one are worked through.
   *
   * @returns whether it was still this process's to do
   */
  async advance(
    tx: Knex.Transaction,
    id: string,
    progress: ImportCounts & { lastSourceId: string },
    lease: ImportLease,
  ): Promise<boolean> {
    const held = await heldBy(tx, id, lease)
      .where({ state: 'importing' })
      .update({
        last_source_id: progress.lastSourceId,
        made: tx.raw('made + ?', [progress.made]),
        known: tx.raw('known + ?', [progress.known]),
        refused: tx.raw('refused + ?', [progress.refused]),
        ...WELL,
        ...leased(lease),
      });
    return held > 0;
  }

  /** It could not go on, and why; nobody works on it until then. */
  async postpone(
    db: Knex,
    id: string,
    failure: { failures: number; error: string; until: string },
    lease: ImportLease,
  ): Promise<void> {
    await heldBy(db, id, lease)
      .whereIn('state', WORKING)
      .update({
        failures: failure.failures,
        error: failure.error,
        lease_by: null,
        lease_until: new Date(failure.until),
      });
  }

  /** Nothing more is to be done. */
  async end(
    db: Knex,
    id: string,
    how: { state: 'done' | 'failed'; endedAt: string; error?: string },
    lease: ImportLease,
  ): Promise<void> {
    await heldBy(db, id, lease)
      .whereIn('state', WORKING)
      .update({
        state: how.state,
        ended_at: new Date(how.endedAt),
        error: how.error ?? null,
        ...RELEASED,
      });
  }

  /** Imports that have ended and still have rows, or that nobody went on with since then. */
  async toBePruned(db: Knex, before: string): Promise<string[]> {
    return db('imports')
      .where(ended =>
        ended
          .whereIn('state', ['done', 'cancelled', 'failed'])
          .whereExists(rows =>
            rows.from('import_rows').whereRaw('import_id = imports.id'),
          ),
      )
      .orWhere(forgotten =>
        forgotten
          .whereIn('state', ['reading', 'planned'])
          .where('created_at', '<', new Date(before)),
      )
      .pluck('id');
  }
}

function heldBy(db: Knex, id: string, { by }: ImportLease): Knex.QueryBuilder {
  return db('imports').where({ id, lease_by: by });
}

const WELL = { failures: 0, error: null };

const RELEASED = { lease_by: null, lease_until: null };

function leased({ by, until }: ImportLease) {
  return { lease_by: by, lease_until: new Date(until) };
}

function toImport(row: ImportRow): StoredImport {
  const startedAt = toInstantOrUndefined(row.started_at);
  const endedAt = toInstantOrUndefined(row.ended_at);
  return {
    id: row.id,
    state: row.state,
    mapping: JSON.parse(row.mapping),
    fileName: row.file_name,
    createdAt: toInstant(row.created_at),
    createdBy: {
      ...(row.created_by_ref && { ref: row.created_by_ref }),
      name: row.created_by_name,
    },
    rows: row.row_count,
    ...(row.plan && { plan: JSON.parse(row.plan) }),
    ...(row.last_source_id !== null && { lastSourceId: row.last_source_id }),
    counts: { made: row.made, known: row.known, refused: row.refused },
    ...(startedAt && { startedAt }),
    ...(endedAt && { endedAt }),
    failures: row.failures,
    ...(row.error && { error: row.error }),
  };
}
