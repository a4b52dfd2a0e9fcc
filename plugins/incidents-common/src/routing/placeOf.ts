import type { Routing } from './resolveOwner';

/** What an alert is about, and who is asked before the last resort. @public */
export interface AlertPlace {
  entityRef?: string;
  /** The group that answers where no owner does. */
  groupRef?: string;
}

/**
 * Where an alert belongs that may have come by an integration key: its labels come
 * first, and what they leave open the key decides. A key of an entity names the
 * entity where the labels name none or several; a key of a group names the group
 * that answers where the entity has no owner that can be told, or there is none.
 *
 * @param labelled - ref of the one entity that the labels name
 * @param keyFor - ref of what the key is for
 * @public
 */
export function placeOf(
  labelled: string | undefined,
  keyFor: string | undefined,
): AlertPlace {
  const groupRef = keyFor?.startsWith('group:') ? keyFor : undefined;
  const entityRef = labelled ?? (groupRef ? undefined : keyFor);
  return { ...(entityRef && { entityRef }), ...(groupRef && { groupRef }) };
}

/** A routing that says that a key named the entity. @public */
export function namedByKey(routing: Routing, entityRef: string): Routing {
  return {
    ...routing,
    steps: [{ step: 'key-of-entity', entityRef }, ...routing.steps],
  };
}
