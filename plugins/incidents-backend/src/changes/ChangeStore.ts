import type {
  ChangeEvent,
  ChangeKind,
  ChangeOutcome,
} from '@linchpin/backstage-plugin-incidents-common';
import { tookEffectAt } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import {
  toInstant,
  toInstantOrUndefined,
  type StoredInstant,
} from '../database/instant';
import { inserting } from '../database/inserting';

/** A change, and how it came in. */
export interface ReceivedChange {
  change: ChangeEvent;
  receivedAt: string;
  /** The integration key that it came by. */
  keyId?: string;
}

/** What of a change is counted, and when it had taken effect. */
export type CountedChange = Pick<ChangeEvent, 'id' | 'kind' | 'outcome'> & {
  at: string;
};

interface ChangeRow {
  id: string;
  kind: ChangeKind;
  entity_ref: string;
  title: string;
  version: string | null;
  url: string | null;
  actor: string | null;
  outcome: ChangeOutcome | null;
  source: string;
  source_id: string;
  started_at: StoredInstant;
  finished_at: StoredInstant | null;
  effective_at: StoredInstant;
}

/** The `change_events` table. */
export class ChangeStore {
  /**
   * Keeps those that were not kept before.
   *
   * @returns their ids as they are kept, in the order given
   */
  async keep(
    tx: Knex.Transaction,
    told: readonly ReceivedChange[],
  ): Promise<string[]> {
    if (told.length === 0) {
      return [];
    }
    await inserting(tx, 'change_events', told.map(toRow))
      .onConflict(['source', 'source_id'])
      .ignore();
    const kept: ChangeRow[] = await tx('change_events')
      .whereIn(
        ['source', 'source_id'],
        told.map(({ change }) => [change.source, change.sourceId]),
      )
      .select('id', 'source', 'source_id');
    const ids = new Map(
      kept.map(row => [identityOf(row.source, row.source_id), row.id]),
    );
    return told.map(({ change }) =>
      ids.get(identityOf(change.source, change.sourceId))!,
    );
  }

  async byId(db: Knex, id: string): Promise<ChangeEvent | undefined> {
    const row = await db<ChangeRow>('change_events').where({ id }).first();
    return row && toChange(row);
  }

  /**
   * The changes of some entities that are nearest to an instant: so many of those
   * that had taken effect by then, that were being made, and that were begun later.
   *
   * @param period - in which they were made
   * @param most - of each of the three
   */
  async around(
    db: Knex,
    entityRefs: readonly string[],
    period: { from: string; to: string },
    at: string,
    most: number,
  ): Promise<ChangeEvent[]> {
    const changes = () =>
      db<ChangeRow>('change_events')
        .whereIn('entity_ref', [...entityRefs])
        .where('effective_at', '>=', new Date(period.from))
        .where('started_at', '<=', new Date(period.to))
        .limit(most);
    const before = await changes()
      .where('effective_at', '<=', new Date(at))
      .orderBy('effective_at', 'desc')
      .orderBy('id');
    const underWay = await changes()
      .where('effective_at', '>', new Date(at))
      .where('started_at', '<=', new Date(at))
      .orderBy('effective_at')
      .orderBy('id');
    const after = await changes()
      .where('effective_at', '>', new Date(at))
      .where('started_at', '>', new Date(at))
      .orderBy('effective_at')
      .orderBy('id');
    return [...before, ...underWay, ...after].map(toChange);
  }

  /**
   * What of some entities had taken effect in a period, oldest first, and no more of
   * it than its counting needs: there may be very many.
   *
   * @param entityRefs - or a query for them
   */
  async within(
    db: Knex,
    entityRefs: readonly string[] | Knex.QueryBuilder,
    { from, to }: { from: string; to: string },
  ): Promise<CountedChange[]> {
    const rows: Pick<ChangeRow, 'id' | 'kind' | 'outcome' | 'effective_at'>[] =
      await db('change_events')
        .whereIn(
          'entity_ref',
          isList(entityRefs) ? [...entityRefs] : entityRefs,
        )
        .where('effective_at', '>=', new Date(from))
        .where('effective_at', '<', new Date(to))
        .orderBy('effective_at')
        .orderBy('id')
        .select('id', 'kind', 'outcome', 'effective_at');
    return rows.map(({ id, kind, outcome, effective_at: at }) => ({
      id,
      kind,
      ...(outcome && { outcome }),
      at: toInstant(at),
    }));
  }

  /** Forgets some of those that had taken effect before then, and says how many. */
  async prune(db: Knex, before: Date, most: number): Promise<number> {
    return db('change_events')
      .whereIn('id', old =>
        old
          .from('change_events')
          .where('effective_at', '<', before)
          .orderBy('effective_at')
          .limit(most)
          .select('id'),
      )
      .delete();
  }
}

function isList(
  refs: readonly string[] | Knex.QueryBuilder,
): refs is readonly string[] {
  return Array.isArray(refs);
}

function identityOf(source: string, sourceId: string): string {
  return JSON.stringify([source, sourceId]);
}

function toRow({ change, receivedAt, keyId }: ReceivedChange) {
  return {
    id: change.id,
    kind: change.kind,
    entity_ref: change.entityRef,
    title: change.title,
    version: change.version ?? null,
    url: change.url ?? null,
    actor: change.actor ?? null,
    outcome: change.outcome ?? null,
    source: change.source,
    source_id: change.sourceId,
    started_at: new Date(change.startedAt),
    finished_at: change.finishedAt ? new Date(change.finishedAt) : null,
    effective_at: new Date(tookEffectAt(change)),
    received_at: new Date(receivedAt),
    key_id: keyId ?? null,
  };
}

function toChange(row: ChangeRow): ChangeEvent {
  const finishedAt = toInstantOrUndefined(row.finished_at);
  return {
    id: row.id,
    kind: row.kind,
    entityRef: row.entity_ref,
    title: row.title,
    ...(row.version && { version: row.version }),
    ...(row.url && { url: row.url }),
    ...(row.actor && { actor: row.actor }),
    ...(row.outcome && { outcome: row.outcome }),
    source: row.source,
    sourceId: row.source_id,
    startedAt: toInstant(row.started_at),
    ...(finishedAt && { finishedAt }),
  };
}
