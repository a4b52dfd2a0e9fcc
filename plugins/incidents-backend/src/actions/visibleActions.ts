import type { Knex } from 'knex';
import { readableIncidents, type Reading } from '../history/incidentQuery';
import type { Scope } from '../history/scope';

/**
 * Action items that a request may read, for a list to narrow: those all of whose
 * incidents it may read. One that is private hides what it brought about.
 */
export function visibleActions(db: Knex, access: Reading): Knex.QueryBuilder {
  return db('action_items').whereNotExists(hidden =>
    hidden
      .from('action_incidents as origin')
      .whereRaw('origin.action_id = action_items.id')
      .whereNotExists(
        readableIncidents(db, access)
          .whereRaw('incidents.id = origin.incident_id')
          .select('incidents.id'),
      )
      .select('origin.action_id'),
  );
}

/** Leaves out of a query over `action_items` what is neither done to the entities of a scope nor owned by its groups now. */
export function narrowActionsTo(
  query: Knex.QueryBuilder,
  { entityRefs, accountable }: Scope,
): void {
  if (entityRefs) {
    query.whereIn('action_items.entity_ref', [...entityRefs]);
  }
  if (accountable) {
    query.whereIn('action_items.owner_ref', [...accountable.groupRefs]);
  }
}
