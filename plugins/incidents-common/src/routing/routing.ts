/** Why no group could be found to answer for an incident. @public */
export type UnroutedReason =
  | 'no-entity'
  | 'several-match'
  | 'no-owner'
  /** The catalog does not have the owner, or nobody is in it and above it. */
  | 'owner-not-in-catalog'
  | 'catalog-unavailable';

/**
 * One step on the way from an entity to the people who are told, in the order
 * taken. Shown to whoever asks "why me?" or "why nobody?".
 * @public
 */
export type RoutingStep =
  | { step: 'owned-by'; entityRef: string; ownerRef: string }
  | { step: 'no-owner'; entityRef: string }
  | { step: 'group-missing'; groupRef: string }
  | { step: 'group-empty'; groupRef: string }
  | { step: 'parent'; groupRef: string; parentRef: string }
  | { step: 'last-resort'; groupRef: string }
  | { step: 'members'; groupRef: string; count: number }
  | { step: 'child-members'; groupRef: string; count: number }
  | { step: 'user'; userRef: string }
  | { step: 'limited'; limit: number; of: number }
  | { step: 'passed-on'; groupRef: string }
  /** The integration key that the alert came by is for this entity, and the labels name none. */
  | { step: 'key-of-entity'; entityRef: string }
  /** The integration key that the alert came by is for this group, and no owner can be told. */
  | { step: 'key-of-group'; groupRef: string }
  /** The system that the incident was imported from says so. */
  | { step: 'imported'; system: string }
  | { step: 'catalog-unavailable' };
