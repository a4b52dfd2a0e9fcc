import type {
  EntityHistory,
  HistoryQuery,
  Incident,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { afterTimeAndId, decodeCursor, encodeCursor } from './cursor';
import type { EntityReader } from './EntityReader';
import type { EntityTally } from './EntityTally';
import type { FiguresReader } from './FiguresReader';
import { asListed } from './incidentFilters';
import { pageOf, startAfter } from './incidentQuery';
import type { IncidentReader } from './IncidentReader';
import { historyOf, type Scope } from './scope';
import type { ScopeReader } from './ScopeReader';

/** What happened to an entity, or to all that a system, a domain or a group has. */
export class HistoryReader {
  readonly #knex: Knex;
  readonly #incidents: IncidentReader;
  readonly #entities: EntityReader;
  readonly #scopes: ScopeReader;
  readonly #tally: EntityTally;
  readonly #figures: FiguresReader;

  constructor(options: {
    knex: Knex;
    incidents: IncidentReader;
    entities: EntityReader;
    scopes: ScopeReader;
    tally: EntityTally;
    figures: FiguresReader;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#entities = options.entities;
    this.#scopes = options.scopes;
    this.#tally = options.tally;
    this.#figures = options.figures;
  }

  async read(
    access: Access,
    entityRef: string,
    query: HistoryQuery,
    mayReport: boolean,
  ): Promise<EntityHistory> {
    const scope = await this.#scopes.of(entityRef, query.ownership);
    const [around, page, overall, actions, figures] = await Promise.all([
      this.#entities.around(access, entityRef, scope),
      this.#page(access, scope, query),
      this.#tally.overall(access, scope, query),
      this.#tally.openActions(access, scope),
      query.cursor ? null : this.#figures.of(access, scope, query),
    ]);
    const { entity, live, dependencies } = around;
    return {
      entity,
      live,
      dependencies,
      ...page,
      ...overall,
      actions,
      figures,
      mayReport,
    };
  }

  async #page(
    access: Access,
    scope: Scope,
    query: HistoryQuery,
  ): Promise<Pick<EntityHistory, 'items' | 'nextCursor'>> {
    const { found, newest } = historyOf(this.#knex, access, scope, query);
    asListed(found, query);
    if (query.cursor) {
      const [at, id] = decodeCursor(query.cursor, afterTimeAndId);
      startAfter(this.#knex, found, newest, [new Date(at), id]);
    }
    const rows = await pageOf(this.#knex, found, newest, query.limit + 1);
    const items = this.#incidents.toIncidents(rows.slice(0, query.limit));
    return {
      items,
      nextCursor: rows.length > query.limit ? cursorOf(items) : null,
    };
  }
}

function cursorOf(items: readonly Incident[]): string {
  const { declaredAt, id } = items[items.length - 1];
  return encodeCursor([declaredAt, id]);
}
