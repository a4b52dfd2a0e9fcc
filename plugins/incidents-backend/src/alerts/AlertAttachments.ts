import type { Knex } from 'knex';
import type { AttachedAlerts } from '../incidents/neighbours';
import { MOVED_OUT } from './OccurrenceStore';

const ID_LENGTH = 36;

/** Which incident alerts belong to, as people change it. */
export class AlertAttachments implements AttachedAlerts {
  async move(
    tx: Knex.Transaction,
    fromId: string,
    toId: string,
  ): Promise<void> {
    await tx('alert_occurrences')
      .where({ incident_id: fromId })
      .update(movedTo(tx, toId, fromId));
  }

  /** Marked so that no undoing of a merge takes them back. */
  async moveOut(
    tx: Knex.Transaction,
    fromId: string,
    toId: string,
    alertIds: readonly string[],
  ): Promise<void> {
    await tx('alert_occurrences')
      .where({ incident_id: fromId })
      .whereIn('alert_id', [...alertIds])
      .update(movedTo(tx, toId, `${fromId}${MOVED_OUT}`));
  }

  /** Those of these alerts that the incident has, in this order, and how many others. */
  async divide(
    tx: Knex.Transaction,
    incidentId: string,
    alertIds: readonly string[],
  ) {
    const named: { id: string; title: string; firing: number | string }[] =
      await tx('alert_occurrences as o')
        .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
        .where('o.incident_id', incidentId)
        .whereIn('a.id', [...alertIds])
        .groupBy('a.id', 'a.title')
        .select('a.id', 'a.title')
        .sum({ firing: tx.raw('case when o.firing then 1 else 0 end') });
    const others = await tx('alert_occurrences')
      .where({ incident_id: incidentId })
      .whereNotIn('alert_id', [...alertIds])
      .countDistinct({ count: 'alert_id' })
      .sum({ firing: tx.raw('case when firing then 1 else 0 end') })
      .first();
    const byId = new Map(named.map(alert => [alert.id, alert]));
    return {
      moved: [...new Set(alertIds)].flatMap(id => {
        const alert = byId.get(id);
        return alert
          ? [{ id, title: alert.title, firing: Number(alert.firing) > 0 }]
          : [];
      }),
      rest: {
        count: Number(others?.count),
        firing: Number(others?.firing ?? 0),
      },
    };
  }

  /** Only what came from it: alerts that the other has had since stay there. */
  async moveBack(
    tx: Knex.Transaction,
    fromId: string,
    toId: string,
  ): Promise<void> {
    await tx('alert_occurrences')
      .where({ incident_id: toId })
      .where('moved_from', 'like', `%${fromId}`)
      .update({
        incident_id: fromId,
        moved_from: tx.raw(
          'case when length(moved_from) = ? then null else substr(moved_from, 1, length(moved_from) - ?) end',
          [ID_LENGTH, ID_LENGTH + 1],
        ),
      });
  }
}

/** The trail of where alerts came from grows by one. */
function movedTo(tx: Knex.Transaction, toId: string, from: string) {
  return {
    incident_id: toId,
    moved_from: tx.raw(
      "case when moved_from is null then ? else moved_from || ',' || ? end",
      [from, from],
    ),
  };
}
