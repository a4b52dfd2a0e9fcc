import type { HistoryQuery } from '@linchpin/backstage-plugin-incidents-common';
import { AFFECTED } from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import { coveredBy } from '../database/dialect';
import { readableIncidents, type Order, type Reading } from './incidentQuery';

/** Which incidents a history is about; all of them where it says nothing. */
export interface Scope {
  /** About one of these: an entity with all its parts. */
  entityRefs?: readonly string[];
  /** What one of these groups is accountable for. */
  accountable?: {
    groupRefs: readonly string[];
    ownership: HistoryQuery['ownership'];
  };
}

/** When incidents were declared: from an instant on, up to another one and without it. */
export interface Declared {
  from?: string;
  to?: string;
}

/** Incidents of a history, and how they are read in order of time. */
export interface HistoryFound {
  /** A query over `incidents`. */
  found: Knex.QueryBuilder;
  declaredAt: string;
  /** Not null of what affected the scope, and was not only suspected to. */
  affected: Knex.Raw;
  /** As an index has them. */
  newest: Order;
}

/** The incidents of a scope that a request may read; of one entity those are in an index of their own. */
export function historyOf(
  db: Knex,
  access: Reading,
  scope: Scope,
  declared: Declared = {},
): HistoryFound {
  const isOfOne = scope.entityRefs?.length === 1 && !scope.accountable;
  const found = isOfOne
    ? about(db, access, scope.entityRefs![0])
    : readableIncidents(db, access);
  if (!isOfOne) {
    narrowTo(found, scope);
  }
  const [table, id] = isOfOne ? ['about', 'incident_id'] : ['incidents', 'id'];
  const declaredAt = `${table}.declared_at`;
  between(found, declaredAt, declared);
  return {
    found,
    declaredAt,
    affected: db.raw('case when ? then 1 end', [
      isOfOne ? isAffected(db, 'about') : affectsAny(db, scope),
    ]),
    newest: { by: [declaredAt, `${table}.${id}`], direction: 'desc' },
  };
}

/** What a busy service has is read from two indexes: the rows of incidents are long and lie far apart. */
function about(
  db: Knex,
  access: Reading,
  entityRef: string,
): Knex.QueryBuilder {
  return access
    .readable(coveredBy(db, 'incidents', 'incidents_kind_idx'))
    .join('incident_entities as about', 'about.incident_id', 'incidents.id')
    .where('about.entity_ref', entityRef);
}

function isAffected(db: Knex, table: string): Knex.Raw {
  const levels = AFFECTED.map(() => '?').join(', ');
  return db.raw(`?? in (${levels})`, [`${table}.level`, ...AFFECTED]);
}

/** A group is accountable for an incident whatever that affects. */
function affectsAny(db: Knex, { entityRefs }: Scope): Knex.Raw {
  return entityRefs
    ? db.raw('exists ?', [
        db('incident_entities as part')
          .whereRaw('part.incident_id = incidents.id')
          .whereIn('part.entity_ref', [...entityRefs])
          .whereRaw(isAffected(db, 'part'))
          .select('part.entity_ref'),
      ])
    : db.raw('1 = 1');
}

/** Leaves out of a query over `incidents` what is of no history of a scope. */
export function narrowTo(
  query: Knex.QueryBuilder,
  { entityRefs, accountable }: Scope,
): void {
  if (entityRefs) {
    query.whereIn('incidents.id', ids =>
      ids
        .from('incident_entities')
        .whereIn('entity_ref', [...entityRefs])
        .select('incident_id'),
    );
  }
  if (accountable?.ownership === 'at-the-time') {
    query.whereIn('incidents.accountable_ref', [...accountable.groupRefs]);
  }
  if (accountable?.ownership === 'now') {
    query.whereIn('incidents.id', ids => ownedNow(ids, accountable.groupRefs));
  }
}

/**
 * Incidents that groups are accountable for as the catalog is now: of what they own,
 * and those that are with them where nobody owns the root entity. As `accountableFor`.
 */
function ownedNow(ids: Knex.QueryBuilder, groupRefs: readonly string[]): void {
  ids
    .from('incident_entities')
    .where('level', 'root')
    .whereIn('entity_ref', owned =>
      owned
        .from('directory_entities')
        .whereIn('owner_ref', [...groupRefs])
        .whereNull('gone_at')
        .select('entity_ref'),
    )
    .select('incident_id')
    .unionAll(withThem =>
      withThem
        .from('incidents as held')
        .whereIn('held.owner_ref', [...groupRefs])
        .whereNotExists(owned =>
          owned
            .from('incident_entities as root')
            .join('directory_entities as d', 'd.entity_ref', 'root.entity_ref')
            .whereRaw('root.incident_id = held.id')
            .where('root.level', 'root')
            .whereNull('d.gone_at')
            .whereNotNull('d.owner_ref'),
        )
        .select('held.id'),
    );
}

function between(
  query: Knex.QueryBuilder,
  column: string,
  { from, to }: Declared,
): void {
  if (from) {
    query.where(column, '>=', new Date(from));
  }
  if (to) {
    query.where(column, '<', new Date(to));
  }
}
