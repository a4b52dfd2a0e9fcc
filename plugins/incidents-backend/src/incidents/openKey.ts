import {
  isLive,
  type IncidentState,
} from '@linchpin/backstage-plugin-incidents-common';
import type { StoredIncident } from './storedIncident';

/** The key under which the alerts of an entity find the incident they belong to. */
export function openKeyOfEntity(entityRef: string): string {
  return `entity:${entityRef}`;
}

/**
 * The open key of an incident after a change: none once it is over or where it is
 * private, the key of its entity where nobody else holds it, else the one it has.
 */
export async function openKeyAfter(
  keys: { holderOf(openKey: string): Promise<string | undefined> },
  after: IncidentState,
  before: StoredIncident | undefined,
): Promise<string | undefined> {
  const takesAlerts =
    isLive(after.status) &&
    after.visibility === 'public' &&
    after.mode === 'real';
  if (!takesAlerts) {
    return undefined;
  }
  const sameEntity =
    before &&
    isLive(before.state.status) &&
    before.state.visibility === 'public' &&
    before.state.entity?.ref === after.entity?.ref;
  if (sameEntity || !after.entity) {
    return before?.openKey;
  }
  const key = openKeyOfEntity(after.entity.ref);
  const holder = await keys.holderOf(key);
  return holder && holder !== after.id ? undefined : key;
}
