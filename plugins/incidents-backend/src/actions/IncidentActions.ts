import type { DocumentAction } from '@linchpin/backstage-plugin-incidents-common/reviews';
import type { Knex } from 'knex';
import type { Reading } from '../history/incidentQuery';
import { visibleActions } from './visibleActions';

/** How many action items an incident has brought about. */
export interface ActionTally {
  /** Those that were given up left out. */
  all: number;
  open: number;
  overdue: number;
}

/** Counts the action items of incidents. */
export class IncidentActions {
  /** By incident, in one statement; those without any are missing. */
  async tally(
    db: Knex,
    incidentIds: readonly string[],
    now: string,
  ): Promise<Map<string, ActionTally>> {
    if (incidentIds.length === 0) {
      return new Map();
    }
    const rows: {
      incident_id: string;
      all: number | string;
      open: number | string;
      overdue: number | string;
    }[] = await db('action_incidents as o')
      .join('action_items as a', 'a.id', 'o.action_id')
      .whereIn('o.incident_id', [...incidentIds])
      .whereNot('a.status', 'wont-do')
      .groupBy('o.incident_id')
      .select('o.incident_id')
      .count({ all: '*' })
      .sum({
        open: db.raw('case when ?? then 1 else 0 end', ['a.open']),
        overdue: db.raw('case when ?? and ?? <= ? then 1 else 0 end', [
          'a.open',
          'a.due_at',
          new Date(now),
        ]),
      });
    return new Map(
      rows.map(row => [
        row.incident_id,
        {
          all: Number(row.all),
          open: Number(row.open),
          overdue: Number(row.overdue),
        },
      ]),
    );
  }

  /** Those that a request may read: one that is about a private incident as well is hidden by it. */
  async named(
    db: Knex,
    access: Reading,
    incidentId: string,
  ): Promise<DocumentAction[]> {
    const rows: { number: number; state: string }[] = await visibleActions(
      db,
      access,
    )
      .join('action_incidents as of', 'of.action_id', 'action_items.id')
      .where('of.incident_id', incidentId)
      .orderBy('action_items.number')
      .select('action_items.number', 'action_items.state');
    return rows.map(({ number, state }) => {
      const { title, status, dueOn, responsible } = JSON.parse(state);
      return {
        number: `ACT-${number}`,
        title,
        status,
        dueOn,
        responsible: responsible?.name ?? null,
      };
    });
  }
}
