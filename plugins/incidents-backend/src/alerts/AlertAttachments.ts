import type { Knex } from 'knex';
import type { AttachedAlerts } from '../incidents/IncidentWriter';

const ID_LENGTH = 36;

/** Which incident alerts belong to, as merging and its undoing change it. */
export class AlertAttachments implements AttachedAlerts {
  async move(
    tx: Knex.Transaction,
    fromId: string,
    toId: string,
  ): Promise<void> {
    await tx('alert_occurrences')
      .where({ incident_id: fromId })
      .update({
        incident_id: toId,
        moved_from: tx.raw(
          "case when moved_from is null then ? else moved_from || ',' || ? end",
          [fromId, fromId],
        ),
      });
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
