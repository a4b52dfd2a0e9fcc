import type { Knex } from 'knex';
import { READ_BY } from '../authorization/criteria';
import type { Reading } from '../history/incidentQuery';
import type { Scope } from '../history/scope';

/**
 * Action items that a request may read, for a list to narrow further: those all of
 * whose incidents it may read. One that is private hides what it brought about.
 *
 * What is asked for is worked out once, and what may be read of the incidents behind
 * it, however many may be read altogether: else PostgreSQL looks up whatever a
 * policy's conditions allow. Sets are taken from each other, since neither engine is
 * quick with a large one that something must not be in.
 *
 * @param narrow - what is asked for, as far as the columns of an action say
 */
export function visibleActions(
  db: Knex,
  access: Reading,
  narrow: (actions: Knex.QueryBuilder) => void,
): Knex.QueryBuilder {
  const asked = db('action_items').select('action_items.id');
  narrow(asked);
  const hidden = db('concerned')
    .select('id')
    .except(
      access.readable(db('concerned as incidents')).select('incidents.id'),
    );
  return db('action_items')
    .withMaterialized('asked', asked)
    .withMaterialized(
      'came',
      db('action_incidents')
        .whereIn('action_id', db('asked').select('id'))
        .select('action_id', 'incident_id'),
    )
    .withMaterialized(
      'concerned',
      db('incidents')
        .whereIn('id', db('came').select('incident_id'))
        .select(...READ_BY),
    )
    .whereIn(
      'action_items.id',
      db('asked')
        .select('id')
        .except(db('came').whereIn('incident_id', hidden).select('action_id')),
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
