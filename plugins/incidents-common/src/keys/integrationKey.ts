import type { PersonSnapshot } from '../incidents/state';

/**
 * The right of one sender to send alerts of one source, for a group or an entity.
 * The key itself is kept nowhere: whoever holds it is known by its hash.
 * @public
 */
export interface IntegrationKeyState {
  id: string;
  /** What people call it. */
  name: string;
  /** Id of the source whose messages it may send, such as `alertmanager`. */
  source: string;
  /** Ref of the group or the entity that its alerts are for. */
  forRef: string;
  createdAt: string;
  createdBy: PersonSnapshot;
  /** When it was last accepted; up to a minute behind. */
  lastUsedAt?: string;
  revokedAt?: string;
  revokedBy?: PersonSnapshot;
}

/** Who wants to make or revoke keys. @public */
export interface KeyManager {
  person: PersonSnapshot;
  /** The person and the groups that the person speaks for. */
  ownershipRefs: readonly string[];
  /** Whether the person may change the set-up as a whole. */
  managesSetup: boolean;
}

/** What a key is for, as the catalog has it. @public */
export interface KeyTarget {
  ref: string;
  /** Who owns it; of a group nobody does. */
  ownerRef?: string;
}

/**
 * Whether somebody may make and revoke the keys of a group or an entity: its
 * members, its owners, and whoever may change the set-up.
 * @public
 */
export function mayManageKeysOf(
  target: KeyTarget,
  manager: KeyManager,
): boolean {
  return (
    manager.managesSetup ||
    manager.ownershipRefs.includes(target.ref) ||
    (target.ownerRef !== undefined &&
      manager.ownershipRefs.includes(target.ownerRef))
  );
}

/** Why a key is not accepted. @public */
export type KeyRefusal = 'unknown' | 'revoked' | 'other-source';

/** Why a source does not accept what its sender shows; undefined where it does. @public */
export function refusalOfKey(
  key: Pick<IntegrationKeyState, 'source' | 'revokedAt'> | undefined,
  source: string,
): KeyRefusal | undefined {
  if (!key) {
    return 'unknown';
  }
  if (key.revokedAt) {
    return 'revoked';
  }
  return key.source === source ? undefined : 'other-source';
}
