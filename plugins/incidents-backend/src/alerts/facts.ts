import type {
  EntityCandidate,
  EntityLookup,
  Routing,
  UnroutedReason,
} from '@linchpin/backstage-plugin-incidents-common';

/** Which entity an alert is about, as far as its labels say. */
export type AlertMatch =
  | { outcome: 'matched'; entityRef: string; lookup: EntityLookup }
  | { outcome: 'several' | 'none'; candidates: EntityCandidate[] }
  | { outcome: 'catalog-unavailable' };

/** Finds the entity behind labels; never called inside a transaction. */
export interface AlertMatcher {
  match(labels: Readonly<Record<string, string>>): Promise<AlertMatch>;
}

/**
 * Finds who answers for it, the group of the key that the alert came by before the
 * last resort; never called inside a transaction.
 */
export interface AlertRouting {
  route(entityRef: string, keyGroupRef?: string): Promise<Routing>;
  withoutEntity(reason: UnroutedReason, keyGroupRef?: string): Promise<Routing>;
}
