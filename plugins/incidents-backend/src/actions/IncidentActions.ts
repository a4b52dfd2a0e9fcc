import type { Knex } from 'knex';
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

  /** By incident, in one statement; those without any are missing. */
  async open(
    db: Knex,
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
    }[] = await db('action_incidents as o')
      .join('action_items as a', 'a.id', 'o.action_id')
      .whereIn('o.incident_id', [...incidentIds])
      .where('a.open', true)
      .groupBy('o.incident_id')
      .select('o.incident_id')
      .count({ open: '*' })
      .sum({
        overdue: db.raw('case when ?? <= ? then 1 else 0 end', [
          'a.due_at',
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
