import {
  isLive,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';

/** The `incident_entities` table: the affected entities, for looking incidents up by them. */
export class AffectedStore {
  /** Makes the table say what the state says; an incident names a bounded number. */
  async project(
    tx: Knex.Transaction,
    before: IncidentState | undefined,
    after: IncidentState,
  ): Promise<void> {
    const live = isLive(after.status);
    const gone = (before?.affected ?? [])
      .map(affected => affected.entity.ref)
      .filter(ref => !after.affected.some(a => a.entity.ref === ref));
    if (gone.length > 0) {
      await tx('incident_entities')
        .where({ incident_id: after.id })
        .whereIn('entity_ref', gone)
        .delete();
    }
    const unchanged =
      before &&
      isLive(before.status) === live &&
      before.affected === after.affected;
    if (unchanged || after.affected.length === 0) {
      return;
    }
    await tx('incident_entities')
      .insert(
        after.affected.map(({ entity, level }) => ({
          incident_id: after.id,
          entity_ref: entity.ref,
          level,
          owner_ref: entity.ownerRef ?? null,
          live,
          declared_at: new Date(after.stamps.declaredAt),
        })),
      )
      .onConflict(['incident_id', 'entity_ref'])
      .merge(['level', 'owner_ref', 'live']);
  }
}
