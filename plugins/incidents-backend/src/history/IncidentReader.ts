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
import {
  afterPriorityTimeAndId,
  afterTimeAndId,
  decodeCursor,
  encodeCursor,
} from './cursor';
import { filterIncidents } from './incidentFilters';
import {
  pageOf,
  readableIncidents,
  startAfter,
  type Order,
} from './incidentQuery';
import { toIncident, type IncidentRow } from './incidentRows';
import { narrowTo, type Scope } from './scope';

const ORDERS: Record<IncidentQuery['sort'], Order> = {
  newest: { by: ['incidents.declared_at', 'incidents.id'], direction: 'desc' },
  oldest: { by: ['incidents.declared_at', 'incidents.id'], direction: 'asc' },
  urgency: {
    by: ['incidents.priority', 'incidents.declared_at', 'incidents.id'],
    direction: 'asc',
  },
};

/** Lists of incidents, as far as the request may read them. */
export class IncidentReader {
  readonly #knex: Knex;
  readonly #policy: IncidentPolicy;

  constructor(knex: Knex, policy: IncidentPolicy) {
    this.#knex = knex;
    this.#policy = policy;
  }

  /** One page of a filtered list, of the incidents of a scope. */
  async list(
    access: Access,
    query: IncidentQuery,
    scope: Scope = {},
  ): Promise<IncidentPage> {
    const found = readableIncidents(this.#knex, access);
    narrowTo(found, scope);
    filterIncidents(this.#knex, found, query, access.viewer);
    const order = ORDERS[query.sort];
    if (query.cursor) {
      startAfter(this.#knex, found, order, placeOf(query.cursor, query.sort));
    }
    const rows = await pageOf(this.#knex, found, order, query.limit + 1);
    const items = this.toIncidents(rows.slice(0, query.limit));
    const last = items[items.length - 1];
    return {
      items,
      nextCursor:
        rows.length > query.limit && last ? cursorOf(last, query.sort) : null,
    };
  }

  /** Rows of a page as lists show them. */
  toIncidents(rows: readonly IncidentRow[]): Incident[] {
    return rows.map(row => toIncident(row, this.#policy));
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
    const found = readableIncidents(this.#knex, access).where(
      number
        ? { 'incidents.number': Number(number) }
        : { 'incidents.id': idOrNumber },
    );
    const [incident] = this.toIncidents(
      await pageOf(this.#knex, found, ORDERS.newest, 1),
    );
    return incident;
  }
}

function cursorOf(
  { priority, declaredAt, id }: Incident,
  sort: IncidentQuery['sort'],
): string {
  return encodeCursor(
    sort === 'urgency' ? [priority, declaredAt, id] : [declaredAt, id],
  );
}

function placeOf(
  cursor: string,
  sort: IncidentQuery['sort'],
): (string | Date)[] {
  if (sort === 'urgency') {
    const [priority, ...rest] = decodeCursor(cursor, afterPriorityTimeAndId);
    return [priority, new Date(rest[0]), rest[1]];
  }
  const [declaredAt, id] = decodeCursor(cursor, afterTimeAndId);
  return [new Date(declaredAt), id];
}
