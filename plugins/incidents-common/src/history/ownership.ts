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
