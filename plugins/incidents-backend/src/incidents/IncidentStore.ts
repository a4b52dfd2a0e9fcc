import type {
  IncidentPolicy,
  IncidentReference,
  IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import type { IncidentRecord } from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';
import { listed } from '../database/dialect';
import { lockFree } from '../database/lockFree';
import {
  CHANGING_COLUMNS,
  historyColumnsOf,
  rowOf,
  toStored,
  type IncidentToWrite,
  type StoredIncident,
  type StoredRow,
} from './storedIncident';

const AT_ONCE = 100;

/** The `incidents` table: one row for each incident as it stands. */
export class IncidentStore {
  /**
   * Takes the next numbers; those of rolled back transactions are given again. Whoever
   * takes some makes others wait until the commit, so take them late.
   */
  async nextNumbers(tx: Knex.Transaction, count: number): Promise<number[]> {
    const [{ last }] = await tx('incident_numbers')
      .where({ id: 1 })
      .increment('last', count)
      .returning('last');
    return Array.from({ length: count }, (_, n) => last - count + 1 + n);
  }

  /** Reads and locks incidents in id order, so that two commands cannot wait for each other. */
  async lock(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<Map<string, StoredIncident>> {
    const rows: StoredRow[] = await tx('incidents')
      .select('id', 'version', 'state', 'open_key')
      .select('course', 'facts_version', 'declared_at', 'update_sequence')
      .whereIn('id', [...new Set(ids)].sort())
      .orderBy('id')
      .forUpdate();
    return new Map(rows.map(row => [row.id, toStored(row)]));
  }

  /** Locks those incidents that nobody else is changing; answers which they are. */
  lockFree(tx: Knex.Transaction, ids: readonly string[]): Promise<Set<string>> {
    return lockFree(tx, 'incidents', ids);
  }

  /** Lets go of keys that others are about to take. */
  async releaseOpenKeys(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<void> {
    await tx('incidents')
      .whereIn('id', [...ids])
      .update({ open_key: null });
  }

  /** Writes incidents as they stand now, new ones and those that the transaction has locked. */
  async write(
    tx: Knex.Transaction,
    incidents: readonly IncidentToWrite[],
    policy: IncidentPolicy,
  ): Promise<void> {
    for (const part of chunks(incidents, AT_ONCE)) {
      await inserting(
        tx,
        'incidents',
        part.map(incident => rowOf(incident, policy)),
      )
        .onConflict('id')
        .merge(CHANGING_COLUMNS);
    }
  }

  /** Incidents whose record has yet to be made, or was left behind by a release that knows of none; by id from behind `after` on. */
  async withoutRecord(
    db: Knex,
    after: string,
    limit: number,
  ): Promise<string[]> {
    return db('incidents')
      .whereRaw('(facts_version is null or facts_version <> version)')
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .pluck('id');
  }

  /** Writes what service history knows of incidents that the transaction has locked. */
  async writeRecords(
    tx: Knex.Transaction,
    records: readonly IncidentRecord[],
  ): Promise<void> {
    for (const { course, ...facts } of records) {
      await tx('incidents')
        .where({ id: facts.id })
        .update({
          ...historyColumnsOf(facts, course),
          facts_version: tx.ref('version'),
        });
    }
  }

  /** The incident that takes alerts under this key, if any. */
  async idByOpenKey(db: Knex, openKey: string): Promise<string | undefined> {
    const row = await db('incidents').where({ open_key: openKey }).first('id');
    return row?.id;
  }

  /** The incidents that take alerts under these keys, by key. */
  async idsByOpenKeys(
    db: Knex,
    openKeys: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await db('incidents')
      .whereIn('open_key', [...openKeys])
      .select('open_key', 'id');
    return new Map(rows.map(row => [row.open_key, row.id]));
  }

  /** The latest incident of each entity that was resolved since then, as everybody may know it. */
  async lastEnded(
    db: Knex,
    entityRefs: readonly string[],
    since: string,
  ): Promise<Map<string, IncidentReference>> {
    if (entityRefs.length === 0) {
      return new Map();
    }
    // One by one in a sub-query: each stops at the first that it finds.
    const latest = db('incident_entities as e')
      .join('incidents as i', 'i.id', 'e.incident_id')
      .whereRaw('e.entity_ref = asked.value')
      .where({ 'e.level': 'root', 'e.live': false })
      .whereIn('i.status', ['resolved', 'closed'])
      .where({ 'i.mode': 'real', 'i.visibility': 'public' })
      .where('i.resolved_at', '>=', new Date(since))
      .orderBy('e.declared_at', 'desc')
      .limit(1)
      .select('i.id');
    const rows: { entity_ref: string; id: string; number: number }[] = await db
      .select('ended.entity_ref', 'i.id', 'i.number')
      .from(
        db
          .from(listed(db, entityRefs).as('asked'))
          .select({ entity_ref: 'asked.value', id: latest })
          .as('ended'),
      )
      .join('incidents as i', 'i.id', 'ended.id');
    return new Map(
      rows.map(({ entity_ref: ref, id, number }) => [ref, { id, number }]),
    );
  }

  async idByDeclareKey(
    db: Knex,
    declareKey: string,
  ): Promise<string | undefined> {
    const row = await db('incidents')
      .where({ declare_key: declareKey })
      .first('id');
    return row?.id;
  }

  async state(db: Knex, id: string): Promise<IncidentState | undefined> {
    const row = await db('incidents').where({ id }).first('state');
    return row && JSON.parse(row.state);
  }

  /** The id behind an id or a number such as `INC-12`. */
  async resolveId(db: Knex, idOrNumber: string): Promise<string | undefined> {
    const number = /^INC-(\d{1,9})$/i.exec(idOrNumber)?.[1];
    const row = await db('incidents')
      .where(number ? { number: Number(number) } : { id: idOrNumber })
      .first('id');
    return row?.id;
  }
}
