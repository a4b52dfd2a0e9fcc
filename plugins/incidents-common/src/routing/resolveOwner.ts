import type { EntitySnapshot, PersonSnapshot } from '../incidents/state';
import type { RoutingStep, UnroutedReason } from './routing';

/** Where an incident leads to: the owner who answers for it and the people told. @public */
export interface Routing {
  entity?: EntitySnapshot;
  owner?: EntitySnapshot;
  unrouted?: UnroutedReason;
  steps: RoutingStep[];
  people: PersonSnapshot[];
}

/** What routing needs to know of an entity that can be in trouble. @public */
export interface RoutableEntity extends EntitySnapshot {
  /** The next entity to ask for an owner: its system, then its domain. */
  partOfRef?: string;
}

/** What routing needs to know of a group. @public */
export interface RoutableGroup extends EntitySnapshot {
  parentRef?: string;
  childRefs: string[];
  members: PersonSnapshot[];
}

/** The part of the catalog around one entity, gathered before deciding. @public */
export interface CatalogExcerpt {
  entities: ReadonlyMap<string, RoutableEntity>;
  groups: ReadonlyMap<string, RoutableGroup>;
  users: ReadonlyMap<string, PersonSnapshot>;
  /** The parents that groups had which the catalog no longer has. */
  formerParents?: ReadonlyMap<string, string>;
}

/** How an organisation routes. @public */
export interface RoutingPolicy {
  /** Who hears of what nobody owns. */
  lastResortGroup?: string;
  /** The most people told of one incident. */
  maxPeople: number;
}

/**
 * From an entity to the group that answers for it and the people who are told:
 * `ownedBy` of the entity, else of its system, else of its domain; a group that
 * has nobody goes to its parent, and what leads to nobody to the group of the key
 * that the alert came by, then to the last-resort group. People are the direct
 * members, where there are none those of the child groups.
 *
 * @param keyGroupRef - the group that the integration key is for
 * @public
 */
export function resolveOwner(
  entityRef: string,
  catalog: CatalogExcerpt,
  policy: RoutingPolicy,
  keyGroupRef?: string,
): Routing {
  const found = catalog.entities.get(entityRef);
  if (!found) {
    return routeWithoutEntity('no-entity', catalog, policy, keyGroupRef);
  }
  const steps: RoutingStep[] = [];
  const entity = snapshotOf(found);
  const owner = ownerRefOf(entityRef, catalog, steps);

  if (owner?.startsWith('user:')) {
    const person = catalog.users.get(owner);
    if (person) {
      steps.push({ step: 'user', userRef: owner });
      return {
        entity,
        owner: { ref: owner, title: person.name },
        steps,
        people: [person],
      };
    }
  }
  const routed =
    (owner && climb(owner, catalog, policy, steps)) ||
    groupOfKey(keyGroupRef, catalog, policy, steps) ||
    lastResort(catalog, policy, steps);
  return {
    entity,
    ...(routed ?? {
      unrouted: owner ? 'owner-not-in-catalog' : 'no-owner',
      people: [],
    }),
    steps,
  };
}

/**
 * The way from a group that was named directly, as when an incident is passed on:
 * where it has nobody to its parent, then to the last resort. Undefined where the
 * catalog has no such group.
 * @public
 */
export function routeToGroup(
  groupRef: string,
  catalog: CatalogExcerpt,
  policy: RoutingPolicy,
): Routing | undefined {
  const group = catalog.groups.get(groupRef);
  if (!group) {
    return undefined;
  }
  const steps: RoutingStep[] = [{ step: 'passed-on', groupRef }];
  const routed =
    climb(groupRef, catalog, policy, steps) ??
    lastResort(catalog, policy, steps);
  return {
    ...(routed ?? {
      owner: snapshotOf(group),
      unrouted: 'owner-not-in-catalog',
      people: [],
    }),
    steps,
  };
}

/**
 * Where something without an entity goes: to the group of the key that the alert
 * came by, which is its owner then; else to the last resort, else nowhere.
 *
 * @param keyGroupRef - the group that the integration key is for
 * @public
 */
export function routeWithoutEntity(
  unrouted: UnroutedReason,
  catalog: CatalogExcerpt,
  policy: RoutingPolicy,
  keyGroupRef?: string,
): Routing {
  const steps: RoutingStep[] = [];
  const owned = groupOfKey(keyGroupRef, catalog, policy, steps);
  if (owned) {
    return { ...owned, steps };
  }
  const routed = lastResort(catalog, policy, steps);
  return { people: [], ...routed, unrouted, steps };
}

/**
 * The owner of the entity, else of its system, else of its domain. A group that
 * the catalog does not have is no owner, since the catalog's own check asks each
 * entity for some name; where nothing better is found, it stays the answer.
 */
function ownerRefOf(
  entityRef: string,
  catalog: CatalogExcerpt,
  steps: RoutingStep[],
): string | undefined {
  const asked = new Set<string>();
  let missing: string | undefined;
  let ref: string | undefined = entityRef;
  while (ref && !asked.has(ref)) {
    asked.add(ref);
    const entity: RoutableEntity | undefined = catalog.entities.get(ref);
    const owner = entity?.ownerRef;
    if (owner) {
      steps.push({ step: 'owned-by', entityRef: ref, ownerRef: owner });
      if (catalog.groups.has(owner) || catalog.users.has(owner)) {
        return owner;
      }
      steps.push({ step: 'group-missing', groupRef: owner });
      missing ??= owner;
    } else {
      steps.push({ step: 'no-owner', entityRef: ref });
    }
    ref = entity?.partOfRef;
  }
  return missing;
}

/** The group itself where it has people, else the first one above it that has. */
function climb(
  ownerRef: string,
  catalog: CatalogExcerpt,
  policy: RoutingPolicy,
  steps: RoutingStep[],
): Pick<Routing, 'owner' | 'people'> | undefined {
  const asked = new Set<string>();
  let ref: string | undefined = ownerRef;
  while (ref && !asked.has(ref)) {
    asked.add(ref);
    const group: RoutableGroup | undefined = catalog.groups.get(ref);
    if (group) {
      const people = peopleOf(group, catalog, steps);
      if (people.length > 0) {
        return {
          owner: snapshotOf(group),
          people: limited(people, policy, steps),
        };
      }
    } else if (ref !== ownerRef) {
      steps.push({ step: 'group-missing', groupRef: ref });
    }
    const parentRef: string | undefined =
      group?.parentRef ?? catalog.formerParents?.get(ref);
    if (parentRef) {
      steps.push({ step: 'parent', groupRef: ref, parentRef });
    }
    ref = parentRef;
  }
  return undefined;
}

function groupOfKey(
  keyGroupRef: string | undefined,
  catalog: CatalogExcerpt,
  policy: RoutingPolicy,
  steps: RoutingStep[],
): Pick<Routing, 'owner' | 'people'> | undefined {
  if (!keyGroupRef) {
    return undefined;
  }
  steps.push({ step: 'key-of-group', groupRef: keyGroupRef });
  if (!catalog.groups.has(keyGroupRef)) {
    steps.push({ step: 'group-missing', groupRef: keyGroupRef });
  }
  return climb(keyGroupRef, catalog, policy, steps);
}

function lastResort(
  catalog: CatalogExcerpt,
  policy: RoutingPolicy,
  steps: RoutingStep[],
): Pick<Routing, 'owner' | 'people'> | undefined {
  const { lastResortGroup } = policy;
  const group = lastResortGroup && catalog.groups.get(lastResortGroup);
  if (!group) {
    if (lastResortGroup) {
      steps.push({ step: 'group-missing', groupRef: lastResortGroup });
    }
    return undefined;
  }
  steps.push({ step: 'last-resort', groupRef: group.ref });
  const people = peopleOf(group, catalog, steps);
  return people.length > 0
    ? { owner: snapshotOf(group), people: limited(people, policy, steps) }
    : undefined;
}

function peopleOf(
  group: RoutableGroup,
  catalog: CatalogExcerpt,
  steps: RoutingStep[],
): PersonSnapshot[] {
  if (group.members.length > 0) {
    steps.push({
      step: 'members',
      groupRef: group.ref,
      count: group.members.length,
    });
    return group.members;
  }
  const people = new Map<string, PersonSnapshot>();
  for (const childRef of group.childRefs) {
    for (const person of catalog.groups.get(childRef)?.members ?? []) {
      people.set(person.ref, person);
    }
  }
  steps.push(
    people.size > 0
      ? { step: 'child-members', groupRef: group.ref, count: people.size }
      : { step: 'group-empty', groupRef: group.ref },
  );
  return [...people.values()];
}

function limited(
  people: PersonSnapshot[],
  policy: RoutingPolicy,
  steps: RoutingStep[],
): PersonSnapshot[] {
  if (people.length <= policy.maxPeople) {
    return people;
  }
  steps.push({ step: 'limited', limit: policy.maxPeople, of: people.length });
  return people.slice(0, policy.maxPeople);
}

function snapshotOf(entity: EntitySnapshot): EntitySnapshot {
  return {
    ref: entity.ref,
    ...(entity.uid && { uid: entity.uid }),
    title: entity.title,
    ...(entity.ownerRef && { ownerRef: entity.ownerRef }),
  };
}
