import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { SignalsHinter } from '../delivery';

/** Tells the open screens of everybody whom an incident concerns that it has changed. */
export function screensHint(options: {
  knex: Knex;
  signals: SignalsHinter;
  logger: LoggerService;
}): (incidentIds: string[]) => void {
  const { knex, signals, logger } = options;
  return incidentIds => {
    knex('incident_people')
      .whereIn('incident_id', incidentIds)
      .select('incident_id', 'person_ref')
      .then((rows: { incident_id: string; person_ref: string }[]) => {
        for (const id of incidentIds) {
          const people = rows.filter(row => row.incident_id === id);
          signals.hint([id], [...new Set(people.map(row => row.person_ref))]);
        }
      })
      .catch(error =>
        logger.debug('Open screens were not told', toError(error)),
      );
  };
}
