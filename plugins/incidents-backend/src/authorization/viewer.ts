import type { Knex } from 'knex';

/**
 * Who reads. Private incidents are filtered by it below every policy: the people
 * they concern see them, this plugin does, and no other service ever.
 */
export type Viewer =
  | { type: 'user'; ref: string; ownershipRefs: readonly string[] }
  | { type: 'plugin' }
  | { type: 'service' };

/** Leaves out of a query over `incidents` what the viewer may not know of. */
export function knownTo(
  query: Knex.QueryBuilder,
  viewer: Viewer,
): Knex.QueryBuilder {
  switch (viewer.type) {
    case 'plugin':
      return query;
    case 'service':
      return query.where('incidents.visibility', 'public');
    default: {
      const { ref, ownershipRefs } = viewer;
      return query.where(known =>
        known
          .where('incidents.visibility', 'public')
          .orWhereIn('incidents.owner_ref', [...ownershipRefs])
          .orWhereExists(involved =>
            involved
              .from('incident_people')
              .whereRaw('incident_people.incident_id = incidents.id')
              .where('incident_people.person_ref', ref),
          ),
      );
    }
  }
}
