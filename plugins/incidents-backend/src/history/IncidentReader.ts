import { NotFoundError } from '@backstage/errors';
import type {
  Incident,
  IncidentPage,
  IncidentPolicy,
  IncidentQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import { identifier } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { toInstant } from '../database/instant';
import {
  afterPriorityTimeAndId,
  afterTimeAndId,
  decodeCursor,
  encodeCursor,
} from './cursor';
import { filterIncidents } from './incidentFilters';
import { countsOf, readableIncidents } from './incidentQuery';
import { NO_COUNTS, toIncident, type IncidentRow } from './incidentRows';

/** Lists of incidents, as far as the request may read them. */
export class IncidentReader {
  readonly #knex: Knex;
  readonly #policy: IncidentPolicy;

  constructor(knex: Knex, policy: IncidentPolicy) {
    this.#knex = knex;
    this.#policy = policy;
  }

  /** One page of a filtered list. */
  async list(access: Access, query: IncidentQuery): Promise<IncidentPage> {
    const rows = readableIncidents(this.#knex, access);
    filterIncidents(rows, query, access.viewer);
    if (query.sort === 'urgency') {
      rows
        .orderBy('incidents.priority')
        .orderBy('incidents.declared_at')
        .orderBy('incidents.id');
    } else {
      const direction = query.sort === 'newest' ? 'desc' : 'asc';
      rows
        .orderBy('incidents.declared_at', direction)
        .orderBy('incidents.id', direction);
    }
    if (query.cursor) {
      startAfter(rows, query.sort, query.cursor);
    }
    return this.page(await rows.limit(query.limit + 1), query);
  }

  /** Rows, one more than asked for, as a page. */
  async page(
    rows: IncidentRow[],
    { limit, sort }: Pick<IncidentQuery, 'limit' | 'sort'>,
  ): Promise<IncidentPage> {
    const shown = rows.slice(0, limit);
    const last = shown[shown.length - 1];
    return {
      items: await this.complete(shown),
      nextCursor: rows.length > limit && last ? cursorOf(last, sort) : null,
    };
  }

  /** Incidents with what is counted beside them. */
  async complete(rows: IncidentRow[]): Promise<Incident[]> {
    const counts = await countsOf(
      this.#knex,
      rows.map(row => row.id),
    );
    return rows.map(row =>
      toIncident(row, counts.get(row.id) ?? NO_COUNTS, this.#policy),
    );
  }

  /**
   * One incident.
   *
   * @throws NotFoundError also where it exists but may not be known of
   */
  async get(access: Access, idOrNumber: string): Promise<Incident> {
    const incident = await this.find(access, idOrNumber);
    if (!incident) {
      throw new NotFoundError(`No incident ${idOrNumber}`);
    }
    return incident;
  }

  /** One incident; undefined also where it exists but may not be known of. */
  async find(
    access: Access,
    idOrNumber: string,
  ): Promise<Incident | undefined> {
    if (!identifier(64).safeParse(idOrNumber).success) {
      return undefined;
    }
    const number = /^INC-(\d{1,9})$/i.exec(idOrNumber)?.[1];
    const rows = await readableIncidents(this.#knex, access)
      .where(
        number
          ? { 'incidents.number': Number(number) }
          : { 'incidents.id': idOrNumber },
      )
      .limit(1);
    const [incident] = await this.complete(rows);
    return incident;
  }
}

function cursorOf(row: IncidentRow, sort: IncidentQuery['sort']): string {
  const declaredAt = toInstant(row.declared_at);
  return sort === 'urgency'
    ? encodeCursor([JSON.parse(row.state).priority, declaredAt, row.id])
    : encodeCursor([declaredAt, row.id]);
}

function startAfter(
  query: Knex.QueryBuilder,
  sort: IncidentQuery['sort'],
  cursor: string,
): void {
  if (sort === 'urgency') {
    const [priority, declaredAt, id] = decodeCursor(
      cursor,
      afterPriorityTimeAndId,
    );
    query.where(next =>
      next
        .where('incidents.priority', '>', priority)
        .orWhere(same =>
          same
            .where('incidents.priority', priority)
            .where(later => laterThan(later, '>', declaredAt, id)),
        ),
    );
    return;
  }
  const [declaredAt, id] = decodeCursor(cursor, afterTimeAndId);
  query.where(next =>
    laterThan(next, sort === 'newest' ? '<' : '>', declaredAt, id),
  );
}

function laterThan(
  query: Knex.QueryBuilder,
  operator: '<' | '>',
  declaredAt: string,
  id: string,
): void {
  const at = new Date(declaredAt);
  query
    .where('incidents.declared_at', operator, at)
    .orWhere(same =>
      same
        .where('incidents.declared_at', at)
        .where('incidents.id', operator, id),
    );
}
