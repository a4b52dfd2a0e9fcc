import type { Knex } from 'knex';
import type { Access } from '../authorization';
import { READ_BY } from '../authorization/criteria';
import type { IncidentRow } from './incidentRows';

/**
 * How a list is sorted: by these columns or expressions, all in one direction and
 * the last of them unique, so that the values of one row say where the next begins.
 */
export interface Order {
  by: readonly (string | Knex.Raw)[];
  direction: 'asc' | 'desc';
}

/** What narrows a query over `incidents` to those that may be read. */
export type Reading = Pick<Access, 'readable'>;

/** Incidents that a request may read, for a list to narrow. */
export function readableIncidents(
  db: Knex,
  access: Reading,
): Knex.QueryBuilder {
  return access.readable(db('incidents'));
}

/**
 * Of the incidents that a query finds those that may be read, as `incidents` with
 * what the query selects of them. For few of all that there are: they are looked at
 * alone, where the planners would else look up all that a policy's conditions allow.
 */
export function readableOf(
  db: Knex,
  access: Reading,
  few: Knex.QueryBuilder,
): Knex.QueryBuilder {
  return access
    .readable(db('few as incidents'))
    .withMaterialized(
      'few',
      few.select(READ_BY.map(column => `incidents.${column}`)),
    );
}

/** Leaves out of a query over `incidents` what is not behind the row with these values. */
export function startAfter(
  db: Knex,
  query: Knex.QueryBuilder,
  order: Order,
  values: readonly (string | number | Date)[],
): void {
  const place = order.by.map(() => '?').join(', ');
  const operator = order.direction === 'asc' ? '>' : '<';
  query.whereRaw(
    `(${order.by.map(() => '?').join(', ')}) ${operator} (${place})`,
    [...order.by.map(column => asRef(db, column)), ...values],
  );
}

/** Carries out `pageQuery`. */
export async function pageOf<Selected extends object = object>(
  ...page: Parameters<typeof pageQuery>
): Promise<(IncidentRow & Selected)[]> {
  return pageQuery(...page);
}

/**
 * A query over `incidents`, at most `limit` rows of it in order, that fetches all that
 * a list shows of them, in one statement. What is fetched and counted beside the rows
 * is so for those of the page alone, however many the query finds. What the query
 * selects itself is there too.
 */
export function pageQuery(
  db: Knex,
  found: Knex.QueryBuilder,
  order: Order,
  limit: number,
): Knex.QueryBuilder {
  const page = found.limit(limit).select('incidents.id');
  const rows: Knex.QueryBuilder = db
    .with('page', page)
    .from('page')
    .join('incidents', 'incidents.id', 'page.id')
    .leftJoin('incident_events as update', join =>
      join
        .on('update.incident_id', 'incidents.id')
        .andOn('update.sequence', 'incidents.update_sequence'),
    )
    .leftJoin('incident_texts as update_texts', join =>
      join
        .on('update_texts.incident_id', 'incidents.id')
        .andOn('update_texts.sequence', 'incidents.update_sequence'),
    )
    .leftJoin('incident_texts as declared_texts', join =>
      join
        .on('declared_texts.incident_id', 'incidents.id')
        .andOn('declared_texts.sequence', db.raw('1')),
    )
    .select(
      'page.*',
      'incidents.number',
      'incidents.version',
      'incidents.state',
      'incidents.impact_ms',
      'incidents.declared_at',
      'update.at as update_at',
      'update.actor_ref as update_by_ref',
      'update.actor_name as update_by_name',
      'update.data as update_data',
      'update_texts.texts as update_texts',
      'declared_texts.texts as declared_texts',
      occurrences(db).as('alerts'),
      occurrences(db).where('firing', true).as('firing'),
      affectedPeople(db).as('affected_people'),
    );
  for (const [place, column] of order.by.entries()) {
    const value = asRef(db, column);
    page.select(db.raw('? as ??', [value, `sort_${place}`]));
    page.orderByRaw(`? ${order.direction}`, [value]);
    rows.orderBy(`page.sort_${place}`, order.direction);
  }
  return rows;
}

function asRef(db: Knex, column: string | Knex.Raw): Knex.Raw {
  return typeof column === 'string' ? db.raw('??', [column]) : column;
}

function occurrences(db: Knex): Knex.QueryBuilder {
  return db('alert_occurrences')
    .whereRaw('alert_occurrences.incident_id = incidents.id')
    .count('*');
}

function affectedPeople(db: Knex): Knex.QueryBuilder {
  return db('incident_people')
    .whereRaw('incident_people.incident_id = incidents.id')
    .where('incident_people.role', 'affected')
    .count('*');
}
