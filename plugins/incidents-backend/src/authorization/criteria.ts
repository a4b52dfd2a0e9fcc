import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { IncidentCriterion } from './incidentResource';

/** The columns of `incidents` by which it is known who may read one. */
export const READ_BY = ['id', 'visibility', 'priority', 'owner_ref'] as const;

/** Narrows a query over `incidents` to what a policy's conditions allow. */
export function meeting(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<IncidentCriterion>,
): Knex.QueryBuilder {
  if (isAndCriteria(criteria)) {
    return query.where(all => {
      for (const part of criteria.allOf) {
        all.andWhere(inner => meeting(inner, part));
      }
    });
  }
  if (isOrCriteria(criteria)) {
    const listed = criteria.anyOf.filter(isListed);
    return query.where(any => {
      if (listed.length > 0) {
        amongThoseOf(any, listed);
      }
      for (const part of criteria.anyOf.filter(other => !isListed(other))) {
        any.orWhere(inner => meeting(inner, part));
      }
    });
  }
  if (isNotCriteria(criteria)) {
    return query.whereNot(inner => meeting(inner, criteria.not));
  }
  return meetingOne(query, criteria);
}

/** A criterion whose incidents other tables list, found there by an index. */
type ListedCriterion = Extract<
  IncidentCriterion,
  { column: 'owner' | 'person' }
>;

function isListed(
  criteria: PermissionCriteria<IncidentCriterion>,
): criteria is ListedCriterion {
  return (
    'column' in criteria &&
    (criteria.column === 'owner' || criteria.column === 'person')
  );
}

/**
 * Incidents that one of these criteria lists. All lists are one: asked for one by
 * one, or with each incident in turn, PostgreSQL looks through all incidents.
 */
function amongThoseOf(
  query: Knex.QueryBuilder,
  criteria: readonly ListedCriterion[],
): Knex.QueryBuilder {
  const [first, ...others] = criteria.flatMap(listsOf);
  return query.whereIn('incidents.id', ids => {
    first(ids);
    others.forEach(list => ids.unionAll(list));
  });
}

function listsOf(
  criterion: ListedCriterion,
): ((ids: Knex.QueryBuilder) => void)[] {
  if ('isMissing' in criterion) {
    return [
      ids =>
        // Not as a parameter, by which neither engine would find the index over these rows.
        ids.from('incidents as nobodys').whereRaw('unowned').select('id'),
    ];
  }
  const { column, values } = criterion;
  if (column === 'person') {
    return [
      ids =>
        ids
          .from('incident_people')
          .whereIn('person_ref', values)
          .whereIn('role', ['lead', 'told', 'responder'])
          .select('incident_id'),
    ];
  }
  return [
    ids =>
      ids.from('incidents as owned').whereIn('owner_ref', values).select('id'),
    ids =>
      ids
        .from('incident_entities')
        .whereIn('owner_ref', values)
        .select('incident_id'),
  ];
}

function meetingOne(
  query: Knex.QueryBuilder,
  criterion: IncidentCriterion,
): Knex.QueryBuilder {
  if (isListed(criterion)) {
    return amongThoseOf(query, [criterion]);
  }
  const { column, values } = criterion;
  return query.whereIn(
    column === 'priority' ? 'incidents.priority' : 'incidents.visibility',
    values,
  );
}
