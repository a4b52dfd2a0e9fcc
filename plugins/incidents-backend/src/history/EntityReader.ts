import type {
  EntityCard,
  EntityHistory,
  HistoryQuery,
  Incident,
  LiveLine,
  NamedRef,
  Routing,
} from '@linchpin/backstage-plugin-incidents-common';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { toInstant } from '../database/instant';
import { afterTimeAndId, decodeCursor, encodeCursor } from './cursor';
import { about } from './incidentFilters';
import { readableIncidents } from './incidentQuery';
import type { IncidentReader } from './IncidentReader';
import { named, namedPerson } from './incidentRows';

/** What the screens of an entity need to know of the catalog; no live call. */
export interface EntityDirectory {
  named(ref: string): Promise<NamedRef>;
  dependenciesOf(ref: string): Promise<NamedRef[]>;
  routingOf(ref: string): Promise<Routing>;
}

const DAY_MS = 86_400_000;
const LIVE_SHOWN = 50;
const TOLD_SHOWN = 5;
const MONTHS_SHOWN = 12;

/** What an entity's own pages say about incidents: now, around it, and before. */
export class EntityReader {
  readonly #knex: Knex;
  readonly #incidents: IncidentReader;
  readonly #directory: EntityDirectory;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    incidents: IncidentReader;
    directory: EntityDirectory;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#directory = options.directory;
    this.#now = options.now;
  }

  async card(
    access: Access,
    entityRef: string,
    mayReport: boolean,
  ): Promise<EntityCard> {
    const [around, routing, last90Days] = await Promise.all([
      this.around(access, entityRef),
      this.#directory.routingOf(entityRef),
      this.#lastDays(access, entityRef, 90),
    ]);
    return {
      ...around,
      owner: named(routing.owner),
      unrouted: routing.unrouted ?? null,
      told: routing.people
        .slice(0, TOLD_SHOWN)
        .map(person => namedPerson(person)!),
      toldCount: routing.people.length,
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
      this.#total(access, entityRef, query),
      this.#months(access, entityRef),
    ]);
    return { ...around, ...page, total, months, mayReport };
  }

  /** Live incidents of the entity and of what it depends on, most urgent first. */
  async around(
    access: Access,
    entityRef: string,
  ): Promise<{ entity: NamedRef; live: Incident[]; dependencies: LiveLine[] }> {
    const [entity, dependencies] = await Promise.all([
      this.#directory.named(entityRef),
      this.#directory.dependenciesOf(entityRef),
    ]);
    const byRef = new Map(dependencies.map(d => [d.ref, d]));
    const rows = await readableIncidents(this.#knex, access)
      .join(
        'incident_entities',
        'incident_entities.incident_id',
        'incidents.id',
      )
      .whereIn('incident_entities.entity_ref', [entityRef, ...byRef.keys()])
      .where('incident_entities.live', true)
      .whereNot('incident_entities.level', 'recovered')
      .whereIn('incidents.mode', ['real', 'drill'])
      .whereNull('incidents.recovered_at')
      .orderBy('incidents.priority')
      .orderBy('incidents.declared_at')
      .limit(LIVE_SHOWN)
      .select('incident_entities.entity_ref as via');
    const vias = new Map<string, string>();
    for (const row of rows as unknown as { id: string; via: string }[]) {
      if (row.via === entityRef || !vias.has(row.id)) {
        vias.set(row.id, row.via);
      }
    }
    const unique = rows.filter(
      (row, index) => rows.findIndex(other => other.id === row.id) === index,
    );
    const incidents = await this.#incidents.complete(unique);
    return {
      entity,
      live: incidents.filter(({ id }) => vias.get(id) === entityRef),
      dependencies: incidents.flatMap(incident => {
        const via = byRef.get(vias.get(incident.id) ?? '');
        return via ? [{ incident, via }] : [];
      }),
    };
  }

  async #page(
    access: Access,
    entityRef: string,
    query: HistoryQuery,
  ): Promise<Pick<EntityHistory, 'items' | 'nextCursor'>> {
    const rows = this.#counted(access, entityRef, query)
      .orderBy('incidents.declared_at', 'desc')
      .orderBy('incidents.id', 'desc')
      .limit(query.limit + 1);
    if (query.cursor) {
      const [at, id] = decodeCursor(query.cursor, afterTimeAndId);
      rows.where(next =>
        next
          .where('incidents.declared_at', '<', new Date(at))
          .orWhere(same =>
            same
              .where('incidents.declared_at', new Date(at))
              .where('incidents.id', '<', id),
          ),
      );
    }
    const found = await rows;
    const items = await this.#incidents.complete(found.slice(0, query.limit));
    const last = items[items.length - 1];
    return {
      items,
      nextCursor:
        found.length > query.limit && last
          ? encodeCursor([last.declaredAt, last.id])
          : null,
    };
  }

  async #total(
    access: Access,
    entityRef: string,
    query: HistoryQuery,
  ): Promise<number> {
    const [row] = await this.#counted(access, entityRef, query)
      .clearSelect()
      .count({ total: '*' });
    return Number((row as unknown as { total: number | string }).total);
  }

  /** What the list and its number are about: dismissed and merged ones are listed, tests not. */
  #counted(access: Access, entityRef: string, query: HistoryQuery) {
    const rows = readableIncidents(this.#knex, access);
    about(rows, [entityRef]);
    rows.whereIn(
      'incidents.mode',
      query.drills === 'true'
        ? ['real', 'backfill', 'drill', 'test']
        : ['real', 'backfill'],
    );
    if (query.priority?.length) {
      rows.whereIn('incidents.priority', query.priority);
    }
    if (query.from) {
      rows.where('incidents.declared_at', '>=', new Date(query.from));
    }
    if (query.to) {
      rows.where('incidents.declared_at', '<', new Date(query.to));
    }
    return rows;
  }

  /** Incidents that were such: no drills, nothing dismissed, merged or healed before anybody took it. */
  #real(access: Access, entityRef: string, since: Date) {
    const rows = this.#knex('incidents')
      .join(
        'incident_entities',
        'incident_entities.incident_id',
        'incidents.id',
      )
      .where('incident_entities.entity_ref', entityRef)
      .where('incident_entities.declared_at', '>=', since)
      .whereIn('incidents.mode', ['real', 'backfill'])
      .whereNotIn('incidents.status', ['dismissed', 'merged']);
    return access.readable(rows);
  }

  async #lastDays(
    access: Access,
    entityRef: string,
    days: number,
  ): Promise<EntityCard['last90Days']> {
    const now = this.#now.now();
    const rows: {
      impact_ms: number | string;
      impact_running_since: Date | number | string | null;
      declared_at: Date | number | string;
    }[] = await this.#real(
      access,
      entityRef,
      new Date(Date.parse(now) - days * DAY_MS),
    )
      .orderBy('incidents.declared_at', 'desc')
      .select(
        'incidents.impact_ms',
        'incidents.impact_running_since',
        'incidents.declared_at',
      );
    return {
      incidents: rows.length,
      impactMs: rows.reduce(
        (sum, row) =>
          sum +
          Number(row.impact_ms) +
          (row.impact_running_since
            ? Math.max(
                0,
                Date.parse(now) -
                  Date.parse(toInstant(row.impact_running_since)),
              )
            : 0),
        0,
      ),
      lastAt: rows[0] ? toInstant(rows[0].declared_at) : null,
    };
  }

  async #months(
    access: Access,
    entityRef: string,
  ): Promise<EntityHistory['months']> {
    const months = lastMonths(this.#now.now(), MONTHS_SHOWN);
    const rows: { declared_at: Date | number | string }[] = await this.#real(
      access,
      entityRef,
      new Date(`${months[0]}-01T00:00:00.000Z`),
    ).select('incidents.declared_at');
    const counts = new Map<string, number>();
    for (const row of rows) {
      const month = toInstant(row.declared_at).slice(0, 7);
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
    return months.map(month => ({ month, incidents: counts.get(month) ?? 0 }));
  }
}

/** The months up to that of `now`, in UTC, oldest first, as `2026-11`. */
function lastMonths(now: string, count: number): string[] {
  const [year, month] = now.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1))
      .toISOString()
      .slice(0, 7),
  );
}
