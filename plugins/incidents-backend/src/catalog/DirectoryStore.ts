import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';
import { compactName, digestOf, type DirectoryRecord } from './record';

const RELATIONS_PER_INSERT = 100;

/** Writes the `directory_entities` and `directory_relations` tables. */
export class DirectoryStore {
  /** The digests of what is stored of these refs and not gone. */
  async digests(
    db: Knex,
    refs: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await db('directory_entities')
      .whereIn('entity_ref', [...refs])
      .whereNull('gone_at')
      .select('entity_ref', 'digest');
    return new Map(rows.map(row => [row.entity_ref, row.digest]));
  }

  /**
   * Writes records with the relations that they state. What was read later than
   * `at` already stays.
   */
  async write(
    tx: Knex.Transaction,
    records: readonly DirectoryRecord[],
    at: string,
  ): Promise<void> {
    if (records.length === 0) {
      return;
    }
    const inOrder = [...records].sort((a, b) => (a.ref < b.ref ? -1 : 1));
    const rows = inOrder.map(record => rowOf(record, at));
    const written = await inserting(tx, 'directory_entities', rows)
      .onConflict('entity_ref')
      .merge(Object.keys(rows[0]))
      .where('directory_entities.refreshed_at', '<=', new Date(at))
      .returning('entity_ref');
    const refs = new Set(written.map(row => row.entity_ref));

    await tx('directory_relations')
      .whereIn('stated_by', [...refs])
      .delete();
    const relations = inOrder
      .filter(record => refs.has(record.ref))
      .flatMap(record =>
        record.relations.map(({ sourceRef, type, targetRef }) => ({
          stated_by: record.ref,
          source_ref: sourceRef,
          type,
          target_ref: targetRef,
        })),
      );
    for (const part of chunks(relations, RELATIONS_PER_INSERT)) {
      await inserting(tx, 'directory_relations', part);
    }
  }

  /** Notes that the catalog still says what is stored of these refs. */
  async confirm(
    tx: Knex.Transaction,
    refs: readonly string[],
    at: string,
  ): Promise<void> {
    await tx('directory_entities')
      .whereIn('entity_ref', [...refs])
      .where('refreshed_at', '<', new Date(at))
      .update({ refreshed_at: new Date(at) });
  }

  /** Notes that the catalog has these refs no more. Their titles stay, their relations do not. */
  async markGone(
    tx: Knex.Transaction,
    refs: readonly string[],
    at: string,
  ): Promise<void> {
    const gone = await tx('directory_entities')
      .whereIn('entity_ref', [...refs].sort())
      .where('refreshed_at', '<=', new Date(at))
      .update({
        gone_at: tx.raw('coalesce(gone_at, ?)', [new Date(at)]),
        refreshed_at: new Date(at),
      })
      .returning('entity_ref');
    await tx('directory_relations')
      .whereIn(
        'stated_by',
        gone.map(row => row.entity_ref),
      )
      .delete();
  }

  /** Refs that the catalog last had before `at`. */
  async notSeenSince(db: Knex, at: string, limit: number): Promise<string[]> {
    const rows = await db('directory_entities')
      .where('refreshed_at', '<', new Date(at))
      .whereNull('gone_at')
      .orderBy('refreshed_at')
      .limit(limit)
      .select('entity_ref');
    return rows.map(row => row.entity_ref);
  }
}

function rowOf(record: DirectoryRecord, at: string) {
  return {
    entity_ref: record.ref,
    uid: record.uid ?? null,
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    compact_name: compactName(record.name),
    title: record.title,
    search_title: record.title.toLocaleLowerCase('en-US').slice(0, 200),
    type: record.type ?? null,
    lifecycle: record.lifecycle ?? null,
    tier: record.tier ?? null,
    owner_ref: record.ownerRef ?? null,
    part_of_ref: record.partOfRef ?? null,
    parent_ref: record.parentRef ?? null,
    alert_name: record.alertName ?? null,
    has_runbook: record.hasRunbook ?? false,
    digest: digestOf(record),
    refreshed_at: new Date(at),
    gone_at: null,
  };
}
