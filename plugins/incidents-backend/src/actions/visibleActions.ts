import type { Knex } from 'knex';
import { readableIncidents, type Reading } from '../history/incidentQuery';
import type { Scope } from '../history/scope';

/**
 * Action items that a request may read, for a list to narrow further: those all of
 * whose incidents it may read. One that is private hides what it brought about.
 *
 * What may be read is worked out once, for the incidents of what is asked for alone:
 * asked for each action in turn, PostgreSQL reads what a policy's conditions allow as
 * often as there are actions. Sets are taken from each other, since neither engine
 * is quick with a large one that something must not be in.
 *
 * @param narrow - what is asked for, as far as the columns of an action say
 */
export function visibleActions(
  db: Knex,
  access: Reading,
  narrow: (actions: Knex.QueryBuilder) => void,
): Knex.QueryBuilder {
  const asked = () => {
    const actions = db('action_items');
    narrow(actions);
    return actions;
  };
  const origins = () =>
    db('action_incidents as origin').whereIn(
      'origin.action_id',
      asked().select('action_items.id'),
    );
  const known = db
    .from(origins().distinct('origin.incident_id').as('came'))
    .whereExists(
      readableIncidents(db, access)
        .whereRaw('incidents.id = came.incident_id')
        .select('incidents.id'),
    )
    .select('came.incident_id');
  const hidden = origins()
    .whereIn(
      'origin.incident_id',
      origins().select('origin.incident_id').except(known),
    )
    .select('origin.action_id');
  return asked().whereIn(
    'action_items.id',
    asked().select('action_items.id').except(hidden),
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

/** How many of a scope are `open`, and how many of them `overdue`; one row. */
export function openActionsOf(
  db: Knex,
  access: Reading,
  scope: Scope,
  now: string,
): Knex.QueryBuilder {
  return visibleActions(db, access, actions => {
    actions.where('action_items.open', true);
    narrowActionsTo(actions, scope);
  }).count({
    open: '*',
    overdue: db.raw('case when action_items.due_at <= ? then 1 end', [
      new Date(now),
    ]),
  });
}
