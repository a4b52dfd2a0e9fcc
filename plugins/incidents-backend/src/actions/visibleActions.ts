import type { Knex } from 'knex';
import { readableIncidents, type Reading } from '../history/incidentQuery';
import type { Scope } from '../history/scope';

/**
 * Action items that a request may read, for a list to narrow: those all of whose
 * incidents it may read. One that is private hides what it brought about.
 *
 * What is hidden is counted for each action by itself: as `not exists` PostgreSQL
 * would look through all incidents first.
 */
export function visibleActions(db: Knex, access: Reading): Knex.QueryBuilder {
  const hidden = db('action_incidents as origin')
    .whereRaw('origin.action_id = action_items.id')
    .whereNotExists(
      readableIncidents(db, access)
        .whereRaw('incidents.id = origin.incident_id')
        .select('incidents.id'),
    )
    .count('*');
  return db('action_items').whereRaw('0 = ?', [hidden]);
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

/** Those of them that are open, and those that are overdue; each a count. */
export function openActionsOf(
  db: Knex,
  access: Reading,
  scope: Scope,
  now: string,
): { open: Knex.QueryBuilder; overdue: Knex.QueryBuilder } {
  const open = () => {
    const found = visibleActions(db, access).where('action_items.open', true);
    narrowActionsTo(found, scope);
    return found.count('*');
  };
  return {
    open: open(),
    overdue: open().where('action_items.due_at', '<=', new Date(now)),
  };
}
