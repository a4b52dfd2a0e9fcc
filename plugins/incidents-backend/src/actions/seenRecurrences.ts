import type { Knex } from 'knex';
import { readableIncidents, type Reading } from '../history/incidentQuery';

/**
 * Incidents that a request may read and that came while an action was open which was
 * to prevent them, with that action as `again`. What turned out to be no incident of
 * its own did not come again.
 */
export function seenRecurrences(db: Knex, access: Reading): Knex.QueryBuilder {
  return readableIncidents(db, access)
    .join('action_recurrences as again', 'again.incident_id', 'incidents.id')
    .whereNotIn('incidents.status', ['dismissed', 'merged']);
}
