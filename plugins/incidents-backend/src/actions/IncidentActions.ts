import type { Knex } from 'knex';
import type { Reading } from '../history/incidentQuery';
import { visibleActions } from './visibleActions';
import { withMerged } from './withMerged';

/** How many action items of an incident are still to be done. */
export interface OpenTally {
  open: number;
  overdue: number;
}

/** Counts the action items of incidents, for what goes on with an incident. */
export class IncidentActions {
  /** How many an incident and those merged into it brought about; those given up left out. */
  async count(db: Knex, incidentId: string): Promise<number> {
    const ids = await withMerged(db, incidentId);
    const row = await db('action_items')
      .whereIn(
        'id',
        db('action_incidents').whereIn('incident_id', ids).select('action_id'),
      )
      .whereNot('status', 'wont-do')
      .count({ all: '*' })
      .first();
    return Number(row?.all);
  }

  /** Those that a request may read, by incident, in one statement; incidents without any are missing. */
  async open(
    db: Knex,
    access: Reading,
    incidentIds: readonly string[],
    now: string,
  ): Promise<Map<string, OpenTally>> {
    if (incidentIds.length === 0) {
      return new Map();
    }
    const rows: {
      incident_id: string;
      open: number | string;
      overdue: number | string;
    }[] = await visibleActions(db, access, actions =>
      actions.where('action_items.open', true).whereIn(
        'action_items.id',
        db('action_incidents')
          .whereIn('incident_id', [...incidentIds])
          .select('action_id'),
      ),
    )
      .join('action_incidents as o', 'o.action_id', 'action_items.id')
      .whereIn('o.incident_id', [...incidentIds])
      .groupBy('o.incident_id')
      .select('o.incident_id')
      .count({
        open: '*',
        overdue: db.raw('case when action_items.due_at <= ? then 1 end', [
          new Date(now),
        ]),
      });
    return new Map(
      rows.map(({ incident_id: id, open, overdue }) => [
        id,
        { open: Number(open), overdue: Number(overdue) },
      ]),
    );
  }
}
