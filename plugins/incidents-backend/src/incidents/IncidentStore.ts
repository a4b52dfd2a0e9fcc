import {
  isLive,
  nextDueAt,
  type IncidentPolicy,
  type IncidentReference,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  accountableFor,
  AT_THE_TIME,
  factsOf,
  type IncidentCourse,
  type IncidentFacts,
  type IncidentRecord,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { listed, skipLocked } from '../database/dialect';
import { toInstant } from '../database/instant';

/** An incident as it lies in the database. */
export interface StoredIncident {
  state: IncidentState;
  /** How it went; missing while its record has yet to be made from its timeline. */
  course?: IncidentCourse;
  /** The number of its last event. */
  version: number;
  /** What alerts attach by. */
  openKey?: string;
  declaredAt: string;
  /** The event of the last update. */
  updateSequence?: number;
}

/** An incident to be written. */
export interface IncidentToWrite extends StoredIncident {
  /** Of a new one: who declared it with which client id. */
  declareKey?: string;
}

interface IncidentRow {
  id: string;
  version: number;
  state: string;
  course: string | null;
  facts_version: number | null;
  open_key: string | null;
  declared_at: Date | number | string;
  update_sequence: number | null;
}

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
    const rows: IncidentRow[] = await tx('incidents')
      .select('id', 'version', 'state', 'open_key')
      .select('course', 'facts_version', 'declared_at', 'update_sequence')
      .whereIn('id', [...new Set(ids)].sort())
      .orderBy('id')
      .forUpdate();
    return new Map(rows.map(row => [row.id, toStored(row)]));
  }

  /**
   * Locks those incidents that nobody else is changing.
   *
   * @returns which they are
   */
  async lockFree(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<Set<string>> {
    const free: string[] = await skipLocked(
      tx,
      tx('incidents')
        .whereIn('id', [...ids])
        .orderBy('id'),
    ).pluck('id');
    return new Set(free);
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
      await tx('incidents')
        .insert(part.map(incident => rowOf(incident, policy)))
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

function toStored(row: IncidentRow): StoredIncident {
  return {
    state: JSON.parse(row.state),
    ...(row.course !== null &&
      row.facts_version === row.version && { course: JSON.parse(row.course) }),
    version: row.version,
    ...(row.open_key && { openKey: row.open_key }),
    declaredAt: toInstant(row.declared_at),
    ...(row.update_sequence !== null && {
      updateSequence: row.update_sequence,
    }),
  };
}

/** Everything but what an incident is born with. */
const CHANGING_COLUMNS = [
  'version',
  'state',
  'title',
  'status',
  'live',
  'priority',
  'mode',
  'visibility',
  'entity_ref',
  'owner_ref',
  'lead_ref',
  'reporter_ref',
  'unrouted',
  'unowned',
  'risk_count',
  'due_at',
  'resolved_at',
  'recovered_at',
  'impact_ms',
  'impact_running_since',
  'update_sequence',
  'open_key',
  'facts',
  'course',
  'facts_version',
  'accountable_ref',
  'cause',
];

function rowOf(incident: IncidentToWrite, policy: IncidentPolicy) {
  const { state } = incident;
  const running = state.impactWindows.find(window => !window.to);
  const ended = state.impactWindows.filter(window => window.to);
  return {
    id: state.id,
    number: state.number,
    declared_at: new Date(incident.declaredAt),
    declare_key: incident.declareKey ?? null,
    version: incident.version,
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
    unowned:
      !state.owner && state.affected.every(({ entity }) => !entity.ownerRef),
    risk_count: state.risks.length,
    due_at: dateOf(nextDueAt(state, policy)),
    resolved_at: dateOf(state.stamps.resolvedAt),
    recovered_at: dateOf(state.recoveredAt),
    impact_ms: ended.reduce(
      (sum, { from, to }) =>
        sum + Math.max(0, Date.parse(to!) - Date.parse(from)),
      0,
    ),
    impact_running_since: dateOf(running?.from),
    update_sequence: incident.updateSequence ?? null,
    open_key: incident.openKey ?? null,
    ...historyColumnsOf(factsOf(state), incident.course),
    facts_version: incident.course ? incident.version : null,
  };
}

/** What service history knows, and what its lists are narrowed by. */
function historyColumnsOf(
  facts: IncidentFacts,
  course: IncidentCourse | undefined,
) {
  return {
    facts: course ? JSON.stringify(facts) : null,
    course: course ? JSON.stringify(course) : null,
    accountable_ref: accountableFor(facts, AT_THE_TIME) ?? null,
    cause: facts.causedBy?.kind ?? null,
  };
}

function dateOf(instant: string | undefined): Date | null {
  return instant ? new Date(instant) : null;
}
