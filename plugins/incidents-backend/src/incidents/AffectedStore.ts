import {
  isLive,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';

/** An incident before and after a change; a new one has no before. */
export interface StateChange {
  before?: IncidentState;
  after: IncidentState;
}

const AT_ONCE = 100;

/** The `incident_entities` table: the affected entities, for looking incidents up by them. */
export class AffectedStore {
  /** Makes the table say what the states say; an incident names a bounded number. */
  async project(
    tx: Knex.Transaction,
    changes: readonly StateChange[],
  ): Promise<void> {
    for (const part of chunks(changes.flatMap(goneOf), AT_ONCE)) {
      await tx('incident_entities')
        .whereIn(['incident_id', 'entity_ref'], part)
        .delete();
    }
    for (const part of chunks(changes.flatMap(rowsOf), AT_ONCE)) {
      await inserting(tx, 'incident_entities', part)
        .onConflict(['incident_id', 'entity_ref'])
        .merge(['level', 'owner_ref', 'live']);
    }
  }
}

function goneOf({ before, after }: StateChange): [string, string][] {
  return (before?.affected ?? [])
    .map(({ entity }) => entity.ref)
    .filter(ref => !after.affected.some(({ entity }) => entity.ref === ref))
    .map(ref => [after.id, ref]);
}

function rowsOf({ before, after }: StateChange) {
  const live = isLive(after.status);
  const unchanged =
    before &&
    isLive(before.status) === live &&
    before.affected === after.affected;
  return unchanged
    ? []
    : after.affected.map(({ entity, level }) => ({
        incident_id: after.id,
        entity_ref: entity.ref,
        level,
        owner_ref: entity.ownerRef ?? null,
        live,
        declared_at: new Date(after.stamps.declaredAt),
      }));
}
