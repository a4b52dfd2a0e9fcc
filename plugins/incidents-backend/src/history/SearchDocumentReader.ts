import type {
  Incident,
  IncidentPolicy,
  SearchDocument,
  SearchDocumentPage,
  SearchDocumentsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { afterTimeAndId, decodeCursor, encodeCursor } from './cursor';
import {
  pageOf,
  readableIncidents,
  startAfter,
  type Order,
} from './incidentQuery';
import { accountOf, toIncident, type IncidentRow } from './incidentRows';

/** What is declared while somebody reads page by page comes at the end. */
const OLDEST_FIRST: Order = {
  by: ['incidents.declared_at', 'incidents.id'],
  direction: 'asc',
};

/** What incidents are found by elsewhere, as far as the request may read them; tests are left out. */
export class SearchDocumentReader {
  readonly #knex: Knex;
  readonly #policy: IncidentPolicy;

  constructor(knex: Knex, policy: IncidentPolicy) {
    this.#knex = knex;
    this.#policy = policy;
  }

  async page(
    access: Access,
    { limit, cursor }: SearchDocumentsQuery,
  ): Promise<SearchDocumentPage> {
    const found = readableIncidents(this.#knex, access).whereNot(
      'incidents.mode',
      'test',
    );
    if (cursor) {
      const [declaredAt, id] = decodeCursor(cursor, afterTimeAndId);
      startAfter(this.#knex, found, OLDEST_FIRST, [new Date(declaredAt), id]);
    }
    const rows = await pageOf(this.#knex, found, OLDEST_FIRST, limit + 1);
    const items = rows
      .slice(0, limit)
      .map(row => documentOf(toIncident(row, this.#policy), row));
    const last = items[items.length - 1]?.incident;
    return {
      items,
      nextCursor:
        rows.length > limit && last
          ? encodeCursor([last.declaredAt, last.id])
          : null,
    };
  }
}

function documentOf(incident: Incident, row: IncidentRow): SearchDocument {
  const { lastUpdate, workaround } = incident;
  return {
    incident: foundAs(incident),
    texts: [
      accountOf(row).description,
      lastUpdate?.impact,
      lastUpdate?.action,
      workaround,
    ].flatMap(text => text || []),
  };
}

/** What is said of an incident beside what it is found by. */
export function foundAs(incident: Incident): SearchDocument['incident'] {
  const { id, number, title, status, priority } = incident;
  const { entity, owner, declaredAt } = incident;
  return { id, number, title, status, priority, entity, owner, declaredAt };
}
