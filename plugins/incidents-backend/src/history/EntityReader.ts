import type {
  EntityCard,
  EntityHistory,
  HistoryQuery,
  Incident,
  LiveLine,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import type { EntityContext } from '../routing';
import { afterTimeAndId, decodeCursor, encodeCursor } from './cursor';
import type { EntityTally } from './EntityTally';
import { entityHistory } from './incidentFilters';
import {
  pageOf,
  readableIncidents,
  startAfter,
  type Order,
} from './incidentQuery';
import type { IncidentReader } from './IncidentReader';

/** What the catalog says of an entity; no live call. */
export interface EntityContextSource {
  of(entityRef: string): Promise<EntityContext>;
}

/** Live incidents of an entity and of what it depends on, most urgent first. */
interface Around {
  entity: NamedRef;
  live: Incident[];
  dependencies: LiveLine[];
}

const LIVE_SHOWN = 50;

const MOST_URGENT: Order = {
  by: [
    'incidents.priority',
    'incidents.declared_at',
    'incidents.id',
    'about.entity_ref',
  ],
  direction: 'asc',
};

/** As the index on the entities of incidents has them. */
const NEWEST: Order = {
  by: ['about.declared_at', 'about.incident_id'],
  direction: 'desc',
};

/** What an entity's own pages say about incidents: now, around it, and before. */
export class EntityReader {
  readonly #knex: Knex;
  readonly #incidents: IncidentReader;
  readonly #contexts: EntityContextSource;
  readonly #tally: EntityTally;

  constructor(options: {
    knex: Knex;
    incidents: IncidentReader;
    contexts: EntityContextSource;
    tally: EntityTally;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#contexts = options.contexts;
    this.#tally = options.tally;
  }

  /** Three statements, since every overview asks for it. */
  async card(
    access: Access,
    entityRef: string,
    mayReport: boolean,
  ): Promise<EntityCard> {
    const [{ context, ...around }, last90Days] = await Promise.all([
      this.#around(access, entityRef),
      this.#tally.lastDays(access, entityRef, 90),
    ]);
    const { owner, unrouted, told, toldCount } = context;
    return {
      ...around,
      owner,
      unrouted,
      told,
      toldCount,
      last90Days,
      mayReport,
    };
  }

  async history(
    access: Access,
    entityRef: string,
    query: HistoryQuery,
    mayReport: boolean,
  ): Promise<EntityHistory> {
    const [around, page, total, months] = await Promise.all([
      this.around(access, entityRef),
      this.#page(access, entityRef, query),
      this.#tally.total(access, entityRef, query),
      this.#tally.months(access, entityRef),
    ]);
    return { ...around, ...page, total, months, mayReport };
  }

  async around(access: Access, entityRef: string): Promise<Around> {
    const { context, ...around } = await this.#around(access, entityRef);
    return around;
  }

  async #around(
    access: Access,
    entityRef: string,
  ): Promise<Around & { context: EntityContext }> {
    const context = await this.#contexts.of(entityRef);
    const byRef = new Map(context.dependencies.map(d => [d.ref, d]));
    const found = readableIncidents(this.#knex, access)
      .join('incident_entities as about', 'about.incident_id', 'incidents.id')
      .whereIn('about.entity_ref', [entityRef, ...byRef.keys()])
      .where('about.live', true)
      .whereNot('about.level', 'recovered')
      .whereIn('incidents.mode', ['real', 'drill'])
      .whereNull('incidents.recovered_at')
      .select('about.entity_ref as via');
    const rows = await pageOf<{ via: string }>(
      this.#knex,
      found,
      MOST_URGENT,
      LIVE_SHOWN,
    );

    const own = rows.filter(row => row.via === entityRef);
    const shown = new Set(own.map(row => row.id));
    const others = rows.filter(row => {
      const isNew = !shown.has(row.id);
      shown.add(row.id);
      return isNew;
    });
    return {
      context,
      entity: context.entity,
      live: this.#incidents.toIncidents(own),
      dependencies: this.#incidents
        .toIncidents(others)
        .map((incident, index) => ({
          incident,
          via: byRef.get(others[index].via)!,
        })),
    };
  }

  async #page(
    access: Access,
    entityRef: string,
    query: HistoryQuery,
  ): Promise<Pick<EntityHistory, 'items' | 'nextCursor'>> {
    const found = readableIncidents(this.#knex, access);
    entityHistory(found, entityRef, query);
    if (query.cursor) {
      const [at, id] = decodeCursor(query.cursor, afterTimeAndId);
      startAfter(this.#knex, found, NEWEST, [new Date(at), id]);
    }
    const rows = await pageOf(this.#knex, found, NEWEST, query.limit + 1);
    const items = this.#incidents.toIncidents(rows.slice(0, query.limit));
    const last = items[items.length - 1];
    return {
      items,
      nextCursor:
        rows.length > query.limit && last
          ? encodeCursor([last.declaredAt, last.id])
          : null,
    };
  }
}
