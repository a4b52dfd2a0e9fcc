import {
  isLive,
  type IncidentReference,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/instant';

/** An incident as it lies in the database, before its next change. */
export interface StoredIncident {
  state: IncidentState;
  version: number;
  openKey?: string;
  declaredAt: string;
}

/** What a change sets beside the state itself. */
export interface IncidentColumns {
  updateSequence?: number;
  openKey?: string | null;
  declareKey?: string;
}

interface IncidentRow {
  id: string;
  version: number;
  state: string;
  open_key: string | null;
  declared_at: Date | number | string;
}

/** The `incidents` table: one row for each incident as it stands. */
export class IncidentStore {
  /** Takes the next number; numbers of rolled back transactions are given again. */
  async nextNumber(tx: Knex.Transaction): Promise<number> {
    const [row] = await tx('incident_numbers')
      .where({ id: 1 })
      .increment('last', 1)
      .returning('last');
    return row.last;
  }

  /** Reads and locks incidents in id order, so that two commands cannot wait for each other. */
  async lock(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<Map<string, StoredIncident>> {
    const rows: IncidentRow[] = await tx('incidents')
      .select('id', 'version', 'state', 'open_key', 'declared_at')
      .whereIn('id', [...new Set(ids)].sort())
      .orderBy('id')
      .forUpdate();
    return new Map(rows.map(row => [row.id, toStored(row)]));
  }

  async insert(
    tx: Knex.Transaction,
    state: IncidentState,
    version: number,
    columns: IncidentColumns,
  ): Promise<void> {
    await tx('incidents').insert({
      id: state.id,
      number: state.number,
      declared_at: new Date(state.stamps.declaredAt),
      ...rowOf(state, version, columns),
    });
  }

  async update(
    tx: Knex.Transaction,
    state: IncidentState,
    version: number,
    columns: IncidentColumns,
  ): Promise<void> {
    await tx('incidents')
      .where({ id: state.id })
      .update(rowOf(state, version, columns));
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

  /** Takes the key from whichever incident holds it. */
  async releaseOpenKey(tx: Knex.Transaction, openKey: string): Promise<void> {
    await tx('incidents')
      .where({ open_key: openKey })
      .update({ open_key: null });
  }

  /** Lets an incident take alerts under a key that nobody holds. */
  async giveOpenKey(
    tx: Knex.Transaction,
    id: string,
    openKey: string,
  ): Promise<void> {
    await tx('incidents').where({ id }).update({ open_key: openKey });
  }

  /** The latest incident of an entity that was resolved since then, as everybody may know it. */
  async lastEnded(
    db: Knex,
    entityRef: string,
    since: string,
  ): Promise<IncidentReference | undefined> {
    return db('incident_entities as e')
      .join('incidents as i', 'i.id', 'e.incident_id')
      .where({ 'e.entity_ref': entityRef, 'e.level': 'root', 'e.live': false })
      .whereIn('i.status', ['resolved', 'closed'])
      .where({ 'i.mode': 'real', 'i.visibility': 'public' })
      .where('i.resolved_at', '>=', new Date(since))
      .orderBy('e.declared_at', 'desc')
      .first('i.id', 'i.number');
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

function toStored(row: IncidentRow): StoredIncident {
  return {
    state: JSON.parse(row.state),
    version: row.version,
    ...(row.open_key && { openKey: row.open_key }),
    declaredAt: toInstant(row.declared_at),
  };
}

function rowOf(
  state: IncidentState,
  version: number,
  columns: IncidentColumns,
) {
  const running = state.impactWindows.find(window => !window.to);
  const ended = state.impactWindows.filter(window => window.to);
  return {
    version,
    state: JSON.stringify(state),
    title: state.title,
    status: state.status,
    live: isLive(state.status),
    priority: state.priority,
    mode: state.mode,
    visibility: state.visibility,
    entity_ref: state.entity?.ref ?? null,
    owner_ref: state.owner?.ref ?? null,
    lead_ref: state.lead?.ref ?? null,
    reporter_ref: state.reporter?.ref ?? null,
    unrouted: state.unrouted ?? null,
    resolved_at: dateOf(state.stamps.resolvedAt),
    recovered_at: dateOf(state.recoveredAt),
    impact_ms: ended.reduce(
      (sum, { from, to }) =>
        sum + Math.max(0, Date.parse(to!) - Date.parse(from)),
      0,
    ),
    impact_running_since: dateOf(running?.from),
    ...(columns.updateSequence !== undefined && {
      update_sequence: columns.updateSequence,
    }),
    ...(columns.openKey !== undefined && { open_key: columns.openKey }),
    ...(columns.declareKey !== undefined && {
      declare_key: columns.declareKey,
    }),
  };
}

function dateOf(instant: string | undefined): Date | null {
  return instant ? new Date(instant) : null;
}
