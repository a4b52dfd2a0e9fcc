import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { IncidentCriterion } from './incidentResource';

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
    return query.where(any => {
      for (const part of criteria.anyOf) {
        any.orWhere(inner => meeting(inner, part));
      }
    });
  }
  if (isNotCriteria(criteria)) {
    return query.whereNot(inner => meeting(inner, criteria.not));
  }
  return meetingOne(query, criteria);
}

function meetingOne(
  query: Knex.QueryBuilder,
  criterion: IncidentCriterion,
): Knex.QueryBuilder {
  if ('isMissing' in criterion) {
    return query
      .whereNull('incidents.owner_ref')
      .whereNotExists(affected =>
        affected
          .from('incident_entities')
          .whereRaw('incident_entities.incident_id = incidents.id')
          .whereNotNull('incident_entities.owner_ref'),
      );
  }
  const { column, values } = criterion;
  switch (column) {
    case 'owner':
      return query.where(owned =>
        owned
          .where(known =>
            known
              .whereNotNull('incidents.owner_ref')
              .whereIn('incidents.owner_ref', values),
          )
          .orWhereExists(affected =>
            affected
              .from('incident_entities')
              .whereRaw('incident_entities.incident_id = incidents.id')
              .whereIn('incident_entities.owner_ref', values),
          ),
      );
    case 'person':
      return query.whereExists(involved =>
        involved
          .from('incident_people')
          .whereRaw('incident_people.incident_id = incidents.id')
          .whereIn('incident_people.role', ['lead', 'told', 'responder'])
          .whereIn('incident_people.person_ref', values),
      );
    case 'priority':
      return query.whereIn('incidents.priority', values);
    default:
      return query.whereIn('incidents.visibility', values);
  }
}
