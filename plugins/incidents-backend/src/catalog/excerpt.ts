import type {
  CatalogExcerpt,
  PersonSnapshot,
  RoutableEntity,
  RoutableGroup,
} from '@linchpin/backstage-plugin-incidents-common';
import type { DirectoryEntity } from './DirectoryReader';

/** An entity with what belongs to it where it is a group. */
export interface KnownEntity {
  entity: DirectoryEntity;
  memberRefs: readonly string[];
  childRefs: readonly string[];
}

/** What has been looked up so far; null where the catalog does not have it. */
export type Known = ReadonlyMap<string, KnownEntity | null>;

/**
 * The refs that routing will look at next and that have not been looked up: from
 * each entity to its owner, else to what it is part of; from a group to its
 * people, where it has none to those of its child groups, else to its parent. It
 * goes no farther than somebody is found: the groups above hold the whole company.
 */
export function wantedRefs(roots: readonly string[], known: Known): string[] {
  const wanted = new Set<string>();
  const visited = new Set<string>();

  const look = (ref: string) => {
    const found = known.get(ref);
    if (found === undefined) {
      wanted.add(ref);
    }
    return found;
  };

  const hasPeople = (group: KnownEntity) =>
    group.memberRefs.filter(member => look(member)).length > 0;

  const visit = (ref: string) => {
    if (visited.has(ref)) {
      return;
    }
    visited.add(ref);
    const found = look(ref);
    if (!found) {
      return;
    }
    if (found.entity.kind === 'group') {
      visitGroup(found);
    } else {
      const next = found.entity.ownerRef ?? found.entity.partOfRef;
      if (next && found.entity.kind !== 'user') {
        visit(next);
      }
    }
  };

  const visitGroup = (group: KnownEntity) => {
    if (hasPeople(group) || group.memberRefs.some(isUnknown)) {
      return;
    }
    const children = group.childRefs.flatMap(child => look(child) ?? []);
    const populated = children.filter(hasPeople);
    if (
      populated.length > 0 ||
      group.childRefs.some(isUnknown) ||
      children.some(child => child.memberRefs.some(isUnknown))
    ) {
      return;
    }
    if (group.entity.parentRef) {
      visit(group.entity.parentRef);
    }
  };

  const isUnknown = (ref: string) => known.get(ref) === undefined;

  roots.forEach(visit);
  return [...wanted];
}

/** What was looked up, as routing reads it. Members are in the order of their names. */
export function excerptOf(known: Known): CatalogExcerpt {
  const entities = new Map<string, RoutableEntity>();
  const groups = new Map<string, RoutableGroup>();
  const users = new Map<string, PersonSnapshot>();
  for (const found of known.values()) {
    if (found?.entity.kind === 'user') {
      const { entityRef, title } = found.entity;
      users.set(entityRef, { ref: entityRef, name: title });
    }
  }
  for (const found of known.values()) {
    if (found?.entity.kind === 'group') {
      groups.set(found.entity.entityRef, groupOf(found, users));
    } else if (found && found.entity.kind !== 'user') {
      entities.set(found.entity.entityRef, entityOf(found.entity));
    }
  }
  return { entities, groups, users };
}

function groupOf(
  { entity, memberRefs, childRefs }: KnownEntity,
  users: ReadonlyMap<string, PersonSnapshot>,
): RoutableGroup {
  return {
    ref: entity.entityRef,
    ...(entity.uid && { uid: entity.uid }),
    title: entity.title,
    ...(entity.parentRef && { parentRef: entity.parentRef }),
    childRefs: [...childRefs],
    members: memberRefs
      .flatMap(ref => users.get(ref) ?? [])
      .sort(
        (a, b) => a.name.localeCompare(b.name) || a.ref.localeCompare(b.ref),
      ),
  };
}

function entityOf(entity: DirectoryEntity): RoutableEntity {
  return {
    ref: entity.entityRef,
    ...(entity.uid && { uid: entity.uid }),
    title: entity.title,
    ...(entity.ownerRef && { ownerRef: entity.ownerRef }),
    ...(entity.partOfRef && { partOfRef: entity.partOfRef }),
  };
}
