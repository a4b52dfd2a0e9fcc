import type {
  EntityCard,
  Incident,
  LiveLine,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Access } from '../authorization';
import type { PlannedOnce } from '../database/PlannedOnce';
import type { EntityContext } from '../routing';
import type { EntityTally } from './EntityTally';
import {
  pageOf,
  pageQuery,
  readableIncidents,
  type Order,
} from './incidentQuery';
import type { IncidentReader } from './IncidentReader';
import type { IncidentRow } from './incidentRows';
import type { Scope } from './scope';

/** What the catalog says of an entity; no live call. */
export interface EntityContextSource {
  of(entityRef: string): Promise<EntityContext>;
}

/** Live incidents of an entity and of what it depends on, most urgent first. */
interface Around {
  entity: NamedRef;
  /** Who would answer for an incident now. */
  owner: NamedRef | null;
  live: Incident[];
  dependencies: LiveLine[];
}

const LIVE_SHOWN = 50;

const MOST_URGENT = [
  'incidents.priority',
  'incidents.declared_at',
  'incidents.id',
] as const;

/** What an entity's own pages say about incidents now, on it and around it. */
export class EntityReader {
  readonly #knex: Knex;
  readonly #incidents: IncidentReader;
  readonly #contexts: EntityContextSource;
  readonly #tally: EntityTally;
  readonly #planned: PlannedOnce;

  constructor(options: {
    knex: Knex;
    planned: PlannedOnce;
    incidents: IncidentReader;
    contexts: EntityContextSource;
    tally: EntityTally;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#contexts = options.contexts;
    this.#tally = options.tally;
    this.#planned = options.planned;
  }

  /** Three statements, since every overview asks for it. */
  async card(
    access: Access,
    entityRef: string,
    mayReport: boolean,
  ): Promise<EntityCard> {
    const [{ context, ...around }, tallied] = await Promise.all([
      this.#around(access, entityRef, [entityRef]),
      this.#tally.lastDays(access, entityRef, 90),
    ]);
    const { unrouted, told, toldCount } = context;
    return {
      ...around,
      unrouted,
      told,
      toldCount,
      ...tallied,
      mayReport,
    };
  }

  /** @param scope - Whose live incidents are its own: of all that it has, or of itself alone. */
  async around(
    access: Access,
    entityRef: string,
    scope: Scope = { entityRefs: [entityRef] },
  ): Promise<Around> {
    const { context, ...around } = await this.#around(
      access,
      entityRef,
      scope.entityRefs ?? [],
    );
    return scope.accountable
      ? { ...around, live: await this.#with(access, scope.accountable) }
      : around;
  }

  /** @param partRefs - What is its own. */
  async #around(
    access: Access,
    entityRef: string,
    partRefs: readonly string[],
  ): Promise<Around & { context: EntityContext }> {
    const context = await this.#contexts.of(entityRef);
    const byRef = new Map(context.dependencies.map(d => [d.ref, d]));
    const found = liveOnes(readableIncidents(this.#knex, access))
      .join('incident_entities as about', 'about.incident_id', 'incidents.id')
      .whereIn('about.entity_ref', [...partRefs, ...byRef.keys()])
      .where('about.live', true)
      .whereNot('about.level', 'recovered')
      .select('about.entity_ref as via');
    const rows = await this.#planned.rows<IncidentRow & { via: string }>(
      pageQuery(this.#knex, found, this.#ownFirst(partRefs), LIVE_SHOWN),
    );

    const parts = new Set(partRefs);
    const own = eachOnce(rows.filter(({ via }) => parts.has(via)));
    const ownIds = new Set(own.map(({ id }) => id));
    const others = eachOnce(rows.filter(({ id }) => !ownIds.has(id)));
    return {
      context,
      entity: context.entity,
      owner: context.owner,
      live: this.#incidents.toIncidents(own),
      dependencies: this.#incidents
        .toIncidents(others)
        .map((incident, index) => ({
          incident,
          via: byRef.get(others[index].via)!,
        })),
    };
  }

  /** Live incidents that are with groups now, most urgent first. */
  async #with(
    access: Access,
    { groupRefs }: NonNullable<Scope['accountable']>,
  ): Promise<Incident[]> {
    const found = liveOnes(readableIncidents(this.#knex, access))
      .where('incidents.live', true)
      .whereIn('incidents.owner_ref', [...groupRefs]);
    const order: Order = { by: MOST_URGENT, direction: 'asc' };
    return this.#incidents.toIncidents(
      await pageOf(this.#knex, found, order, LIVE_SHOWN),
    );
  }

  /** However much is live on what it depends on, its own is shown. */
  #ownFirst(partRefs: readonly string[]): Order {
    const isOthers = this.#knex.raw(
      `about.entity_ref not in (${partRefs.map(() => '?').join(', ')})`,
      [...partRefs],
    );
    return {
      by: [
        ...(partRefs.length > 0 ? [isOthers] : []),
        ...MOST_URGENT,
        'about.entity_ref',
      ],
      direction: 'asc',
    };
  }
}

/** No tests and nothing imported, and nothing that has healed. */
function liveOnes(found: Knex.QueryBuilder): Knex.QueryBuilder {
  return found
    .whereIn('incidents.mode', ['real', 'drill'])
    .whereNull('incidents.recovered_at');
}

/** The first of each incident. */
function eachOnce<T extends { id: string }>(rows: readonly T[]): T[] {
  const shown = new Set<string>();
  return rows.filter(({ id }) => {
    const isNew = !shown.has(id);
    shown.add(id);
    return isNew;
  });
}
