import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import type {
  CatalogExcerpt,
  RoutableEntity,
  RoutableGroup,
} from '@linchpin/backstage-plugin-incidents-common';

const EXAMPLES = resolve(__dirname, '../../../../../examples');

/** Every entity of the sample organisation, as its files say it. */
export function sampleEntities(): Entity[] {
  const [location] = entitiesOf('catalog.yaml');
  const files = location.spec?.targets as string[];
  return [location, ...files.flatMap(entitiesOf)];
}

function entitiesOf(file: string): Entity[] {
  const path = resolve(EXAMPLES, file);
  const results = parseEntityYaml(readFileSync(path), {
    type: 'file',
    target: path,
  });
  return [...results].map(result => {
    if (result.type !== 'entity') {
      throw new Error(`${file}: ${JSON.stringify(result)}`);
    }
    return result.entity;
  });
}

/** The references that a field of an entity's spec holds, in full. */
export function refsOf(
  entity: Entity,
  field: string,
  defaultKind?: string,
): string[] {
  const value = entity.spec?.[field] as string | string[] | undefined;
  return [value ?? []].flat().map(ref =>
    stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    ),
  );
}

/** The sample organisation as routing sees a catalog. */
export function sampleCatalog(): CatalogExcerpt {
  const all = sampleEntities();
  const members = (groupRef: string) =>
    all
      .filter(entity => refsOf(entity, 'memberOf', 'group').includes(groupRef))
      .map(user => ({ ref: stringifyEntityRef(user), name: titleOf(user) }));

  const entities = new Map<string, RoutableEntity>();
  const groups = new Map<string, RoutableGroup>();
  const users = new Map<string, { ref: string; name: string }>();
  for (const entity of all) {
    const ref = stringifyEntityRef(entity);
    const title = titleOf(entity);
    if (entity.kind === 'Group') {
      groups.set(ref, {
        ref,
        title,
        parentRef: refsOf(entity, 'parent', 'group')[0],
        childRefs: refsOf(entity, 'children', 'group'),
        members: members(ref),
      });
    } else if (entity.kind === 'User') {
      users.set(ref, { ref, name: title });
    } else {
      entities.set(ref, {
        ref,
        title,
        ownerRef: refsOf(entity, 'owner', 'group')[0],
        partOfRef: [
          ...refsOf(entity, 'system', 'system'),
          ...refsOf(entity, 'domain', 'domain'),
        ][0],
      });
    }
  }
  return { entities, groups, users };
}

function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}
