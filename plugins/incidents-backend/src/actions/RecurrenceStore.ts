import type { IncidentState } from '@linchpin/backstage-plugin-incidents-common';
import type { PreventingOrigin } from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Knex } from 'knex';
import { inserting } from '../database/inserting';
import { toInstant, type StoredInstant } from '../database/instant';

/** An action that was to prevent an incident, with when it is due. */
export type Prevention = PreventingOrigin & { dueAt: string };

/** That an incident was declared while an action was open that was to prevent it. */
export interface RecordedRecurrence {
  actionId: string;
  incidentId: string;
  at: string;
  dueAt: string;
}

/** The `action_recurrences` table, and what has to be compared to find what belongs into it. */
export class RecurrenceStore {
  /**
   * Open actions that were to prevent incidents of the entities of these, or that
   * these are recurrences of; one for each incident that an action came from. Without
   * the names of alerts.
   */
  async preventing(
    db: Knex,
    incidents: readonly IncidentState[],
  ): Promise<Prevention[]> {
    const entityRefs = incidents.flatMap(({ entity }) => entity?.ref ?? []);
    const repeated = incidents.flatMap(
      ({ recurrenceOf }) => recurrenceOf?.id ?? [],
    );
    const rows: {
      action_id: string;
      proposed_at: StoredInstant;
      due_at: StoredInstant;
      id: string;
      title: string;
      entity_ref: string | null;
    }[] = await db('action_items as action')
      .join('action_incidents as came', 'came.action_id', 'action.id')
      .join('incidents as origin', 'origin.id', 'came.incident_id')
      // Few actions are open; an entity may have had thousands of incidents.
      .where('action.open', true)
      .where('action.type', 'prevent')
      .where(any =>
        any.whereIn('came.incident_id', repeated).orWhereExists(
          db('incident_entities as about')
            .whereRaw('about.incident_id = came.incident_id')
            .whereIn('about.entity_ref', [...new Set(entityRefs)])
            .where('about.level', 'root')
            .select('about.incident_id'),
        ),
      )
      .select(
        'came.action_id',
        'action.proposed_at',
        'action.due_at',
        'origin.id',
        'origin.title',
        'origin.entity_ref',
      );
    return rows.map(row => ({
      actionId: row.action_id,
      proposedAt: toInstant(row.proposed_at),
      dueAt: toInstant(row.due_at),
      origin: {
        id: row.id,
        title: row.title,
        alertNames: [],
        ...(row.entity_ref && { entityRef: row.entity_ref }),
      },
    }));
  }

  /** What the alerts of incidents are called. */
  async alertNames(
    db: Knex,
    incidentIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    const rows: { incident_id: string; title: string }[] = await db(
      'alert_occurrences as occurrence',
    )
      .join('monitoring_alerts as alert', 'alert.id', 'occurrence.alert_id')
      .whereIn('occurrence.incident_id', [...new Set(incidentIds)])
      .distinct('occurrence.incident_id', 'alert.title');
    const names = new Map<string, string[]>();
    for (const { incident_id: id, title } of rows) {
      names.set(id, [...(names.get(id) ?? []), title]);
    }
    return names;
  }

  /**
   * Writes down what recurred.
   *
   * @returns those that were not written down before
   */
  async record(
    tx: Knex.Transaction,
    recurrences: readonly RecordedRecurrence[],
  ): Promise<RecordedRecurrence[]> {
    if (recurrences.length === 0) {
      return [];
    }
    const written: { action_id: string; incident_id: string }[] =
      await inserting(
        tx,
        'action_recurrences',
        recurrences.map(({ actionId, incidentId, at, dueAt }) => ({
          action_id: actionId,
          incident_id: incidentId,
          at: new Date(at),
          due_at: new Date(dueAt),
        })),
      )
        .onConflict(['action_id', 'incident_id'])
        .ignore()
        .returning(['action_id', 'incident_id']);
    const isNew = new Set(
      written.map(row => `${row.action_id} ${row.incident_id}`),
    );
    return recurrences.filter(({ actionId, incidentId }) =>
      isNew.has(`${actionId} ${incidentId}`),
    );
  }
}
