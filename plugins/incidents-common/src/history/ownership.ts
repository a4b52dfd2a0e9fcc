import type { Instant } from '../incidents/vocabulary';
import type { IncidentFacts } from './record';

/**
 * Whose an incident is, where teams and what they own have changed since. By
 * default whose it was, so that a team's past does not change with the catalog.
 * @public
 */
export type Ownership =
  | { owner: 'at-the-time' }
  | {
      owner: 'now';
      /** Who owns an entity today; undefined where nobody does. */
      ownerOf: (entityRef: string) => string | undefined;
    };

/** @public */
export const AT_THE_TIME: Ownership = { owner: 'at-the-time' };

/**
 * The one group that is accountable for an incident: the owner of the entity that
 * it is rooted in, else the group that it is with. Undefined where nobody is.
 * @public
 */
export function accountableFor(
  facts: Pick<IncidentFacts, 'entities' | 'ownerRef'>,
  ownership: Ownership,
): string | undefined {
  const root = facts.entities.find(({ level }) => level === 'root');
  const owner =
    root && ownership.owner === 'now'
      ? ownership.ownerOf(root.ref)
      : root?.ownerRef;
  return owner ?? facts.ownerRef;
}

/** That an entity got another owner, or lost or got its only one. @public */
export interface OwnerChange {
  /** When the first incident was declared that names the new one. */
  at: Instant;
  from: string | null;
  to: string | null;
}

/**
 * When an entity changed hands, as far as its incidents tell.
 *
 * @param incidents - The oldest first.
 * @public
 */
export function ownerChanges(
  incidents: readonly Pick<IncidentFacts, 'entities' | 'stamps'>[],
  entityRef: string,
): OwnerChange[] {
  const changes: OwnerChange[] = [];
  let owner: string | null | undefined;
  for (const { entities, stamps } of incidents) {
    const named = entities.find(({ ref }) => ref === entityRef);
    const next = named && (named.ownerRef ?? null);
    if (next !== undefined && owner !== undefined && next !== owner) {
      changes.push({ at: stamps.declaredAt, from: owner, to: next });
    }
    owner = next === undefined ? owner : next;
  }
  return changes;
}
