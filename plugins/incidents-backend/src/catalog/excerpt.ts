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

/** Something that the catalog does not have. */
export interface AbsentEntity {
  entity: undefined;
  /** Of a group that it once had. */
  formerParentRef?: string;
}

/** What has been looked up so far. */
export type Known = ReadonlyMap<string, KnownEntity | AbsentEntity>;

/**
 * The refs that routing will look at next and that have not been looked up: from
 * each entity to its owner, where there is none to what it is part of; from a group to its
 * people, where it has none to those of its child groups, else to its parent, even
 * where the group itself is gone. It goes no farther than somebody is found: the
 * groups above hold the whole company.
 */
export function wantedRefs(roots: readonly string[], known: Known): string[] {
  const wanted = new Set<string>();
  const visited = new Set<string>();

  const isUnknown = (ref: string) => !known.has(ref);

  /** What is behind those of the refs that the catalog has; the unknown ones are wanted. */
  const look = (refs: readonly string[]) => {
    refs.filter(isUnknown).forEach(ref => wanted.add(ref));
    return refs.map(ref => known.get(ref)).filter(isPresent);
  };

  /** Whether somebody is in the group, or may turn out to be. */
  const mayHavePeople = (memberRefs: readonly string[]) =>
    look(memberRefs).length > 0 || memberRefs.some(isUnknown);

  const nextOf = ({ entity, childRefs, memberRefs }: KnownEntity) => {
    if (entity.kind === 'user') {
      return [];
    }
    if (entity.kind !== 'group') {
      const { ownerRef, partOfRef } = entity;
      const hasOwner =
        ownerRef && (isUnknown(ownerRef) || isPresent(known.get(ownerRef)));
      return hasOwner ? [ownerRef] : [ownerRef, partOfRef];
    }
    if (mayHavePeople(memberRefs)) {
      return [];
    }
    const children = look(childRefs);
    return childRefs.some(isUnknown) ||
      children.filter(child => mayHavePeople(child.memberRefs)).length > 0
      ? []
      : [entity.parentRef];
  };

  const visit = (ref: string | undefined) => {
    if (!ref || visited.has(ref)) {
      return;
    }
    visited.add(ref);
    const [found] = look([ref]);
    const next = found ? nextOf(found) : [formerParentOf(ref, known)];
    next.forEach(visit);
  };

  roots.forEach(visit);
  return [...wanted];
}

/** What was looked up, as routing reads it. Members are in the order of their names. */
export function excerptOf(known: Known): CatalogExcerpt {
  const present = [...known.values()].filter(isPresent);
  const users = new Map<string, PersonSnapshot>();
  for (const { entity } of present) {
    if (entity.kind === 'user') {
      users.set(entity.entityRef, {
        ref: entity.entityRef,
        name: entity.title,
      });
    }
  }
  const entities = new Map<string, RoutableEntity>();
  const groups = new Map<string, RoutableGroup>();
  for (const found of present) {
    const { kind, entityRef } = found.entity;
    if (kind === 'group') {
      groups.set(entityRef, groupOf(found, users));
    } else if (kind !== 'user') {
      entities.set(entityRef, entityOf(found.entity));
    }
  }
  const formerParents = new Map<string, string>();
  for (const ref of known.keys()) {
    const parent = formerParentOf(ref, known);
    if (parent) {
      formerParents.set(ref, parent);
    }
  }
  return { entities, groups, users, formerParents };
}

function isPresent(
  found: KnownEntity | AbsentEntity | undefined,
): found is KnownEntity {
  return found?.entity !== undefined;
}

function formerParentOf(ref: string, known: Known): string | undefined {
  const found = known.get(ref);
  return found && !found.entity ? found.formerParentRef : undefined;
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
