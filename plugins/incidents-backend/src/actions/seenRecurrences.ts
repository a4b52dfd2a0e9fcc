import type { Knex } from 'knex';
import { READ_BY } from '../authorization/criteria';
import type { Reading } from '../history/incidentQuery';

/**
 * Incidents that a request may read and that came while an action was open which was
 * to prevent them, as `incidents` with that `action_id`. What turned out to be no
 * incident of its own did not come again. Few did: they are looked at alone, instead
 * of all that may be read.
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
    .select(
      [...READ_BY, 'number', 'title'].map(column => `incidents.${column}`),
    )
    .select('again.action_id', 'again.at', 'again.due_at');
  narrow(came);
  return access
    .readable(db('came_again as incidents'))
    .withMaterialized('came_again', came);
}
