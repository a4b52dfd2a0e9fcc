import type { Knex } from 'knex';
import { readableOf, type Reading } from '../history/incidentQuery';

/**
 * Incidents that a request may read and that came while an action was open which was
 * to prevent them, as `incidents` with that `action_id`. What turned out to be no
 * incident of its own did not come again.
 *
 * @param narrow - which recurrences are asked for, as `again`
 */
export function seenRecurrences(
  db: Knex,
  access: Reading,
  narrow: (recurrences: Knex.QueryBuilder) => void,
): Knex.QueryBuilder {
  const came = db('action_recurrences as again')
    .join('incidents', 'incidents.id', 'again.incident_id')
    .whereNotIn('incidents.status', ['dismissed', 'merged'])
    .select('incidents.number', 'incidents.title')
    .select('again.action_id', 'again.at', 'again.due_at');
  narrow(came);
  return readableOf(db, access, came);
}
