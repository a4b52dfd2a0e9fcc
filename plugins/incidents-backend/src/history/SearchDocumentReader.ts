import type {
  Incident,
  IncidentPolicy,
  SearchDocument,
  SearchDocumentPage,
  SearchDocumentsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import type { ReviewState } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { chunks } from '../database/chunks';
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

/** Texts of reviews fetched by one statement. */
const TEXTS_AT_ONCE = 500;

/**
 * What incidents and their reviews are found by elsewhere, as far as the request may
 * read them; tests are left out.
 */
export class SearchDocumentReader {
  readonly #knex: Knex;
  readonly #policy: IncidentPolicy;

  constructor(knex: Knex, policy: IncidentPolicy) {
    this.#knex = knex;
    this.#policy = policy;
  }

  async incidents(
    access: Access,
    query: SearchDocumentsQuery,
  ): Promise<SearchDocumentPage> {
    const found = this.#found(access);
    return this.#page<object>(found, query, async shown =>
      shown.map(({ incident, row }) => textsOf(incident, row)),
    );
  }

  /** Reviews in which somebody has written: what their sections and factors say now. */
  async reviews(
    access: Access,
    query: SearchDocumentsQuery,
  ): Promise<SearchDocumentPage> {
    const found = this.#found(access)
      .join('reviews', 'reviews.incident_id', 'incidents.id')
      .whereExists(
        this.#knex('review_texts')
          .whereRaw('review_texts.incident_id = incidents.id')
          .select(this.#knex.raw('1')),
      )
      .select({ review: 'reviews.state' });
    return this.#page<{ review: string }>(found, query, async shown =>
      this.#written(shown.map(({ row }) => JSON.parse(row.review))),
    );
  }

  #found(access: Access): Knex.QueryBuilder {
    return readableIncidents(this.#knex, access).whereNot(
      'incidents.mode',
      'test',
    );
  }

  /** @param textsOfAll - what each is found by, in their order */
  async #page<Selected extends object>(
    found: Knex.QueryBuilder,
    { limit, cursor }: SearchDocumentsQuery,
    textsOfAll: (
      shown: readonly { incident: Incident; row: IncidentRow & Selected }[],
    ) => Promise<string[][]>,
  ): Promise<SearchDocumentPage> {
    if (cursor) {
      const [declaredAt, id] = decodeCursor(cursor, afterTimeAndId);
      startAfter(this.#knex, found, OLDEST_FIRST, [new Date(declaredAt), id]);
    }
    const rows = await pageOf<Selected>(
      this.#knex,
      found,
      OLDEST_FIRST,
      limit + 1,
    );
    const shown = rows
      .slice(0, limit)
      .map(row => ({ incident: toIncident(row, this.#policy), row }));
    const texts = await textsOfAll(shown);
    const items = shown.map(({ incident }, index) => ({
      incident: foundAs(incident),
      texts: texts[index],
    }));
    const last = items[items.length - 1]?.incident;
    return {
      items,
      nextCursor:
        rows.length > limit && last
          ? encodeCursor([last.declaredAt, last.id])
          : null,
    };
  }

  async #written(reviews: readonly ReviewState[]): Promise<string[][]> {
    const places = reviews.flatMap(placesOf);
    const texts = new Map<string, string>();
    for (const some of chunks(places, TEXTS_AT_ONCE)) {
      const rows: { incident_id: string; sequence: number; text: string }[] =
        await this.#knex('review_texts')
          .whereIn(['incident_id', 'sequence'], some)
          .where('field', 'text')
          .select('incident_id', 'sequence', 'text');
      for (const row of rows) {
        texts.set(`${row.incident_id} ${row.sequence}`, row.text);
      }
    }
    return reviews.map(review =>
      placesOf(review).flatMap(place => texts.get(place.join(' ')) || []),
    );
  }
}

/** Where what a review says now was written: its incident, and the event that the text came with. */
function placesOf({
  incidentId,
  sections,
  factors,
}: ReviewState): [string, number][] {
  return [...Object.values(sections), ...factors]
    .filter(({ sequence }) => sequence > 0)
    .map(({ sequence }) => [incidentId, sequence]);
}

function textsOf(incident: Incident, row: IncidentRow): string[] {
  const { lastUpdate, workaround } = incident;
  return [
    accountOf(row).description,
    lastUpdate?.impact,
    lastUpdate?.action,
    workaround,
  ].flatMap(text => text || []);
}

/** What is said of an incident beside what it is found by. */
function foundAs(incident: Incident): SearchDocument['incident'] {
  const { id, number, title, status, priority } = incident;
  const { entity, owner, declaredAt } = incident;
  return { id, number, title, status, priority, entity, owner, declaredAt };
}
