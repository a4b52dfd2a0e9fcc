import {
  entitiesOf,
  type EntitySketch,
} from '../../../plugins/incidents-backend/src/catalog/__testUtils__/entitiesOf';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  refsOf,
  sampleEntities,
} from '../../../packages/backend/src/story/__testUtils__/organisation';
import {
  componentName,
  groupName,
  personName,
  type CatalogSize,
} from '../../backends/syntheticCatalog';

export const componentRef = (index: number) =>
  `component:default/${componentName(index)}`;
export const groupRef = (index: number) => `group:default/${groupName(index)}`;
export const userRef = (group: number, member: number) =>
  `user:default/${personName(group, member)}`;

/** The catalog of a company of any size, where each component needs the two before it. */
export function organisationOf({
  components,
  groups,
  members,
}: CatalogSize): Entity[] {
  const sketches: EntitySketch[] = [];
  for (let group = 0; group < groups; group++) {
    sketches.push({ ref: groupRef(group) });
    for (let member = 0; member < members; member++) {
      sketches.push({
        ref: userRef(group, member),
        memberOf: [groupRef(group)],
      });
    }
  }
  for (let index = 0; index < components; index++) {
    sketches.push({
      ref: componentRef(index),
      type: 'service',
      lifecycle: 'production',
      owner: groupRef(index % groups),
      dependsOn: [index - 1, index - 2]
        .filter(before => before >= 0)
        .map(componentRef),
    });
  }
  return entitiesOf(sketches);
}

/** The catalog of the sample organisation, as the catalog plugin would serve it. */
export function sampleOrganisation(): Entity[] {
  return entitiesOf(
    sampleEntities()
      .filter(({ kind }) => kind !== 'Location')
      .map(entity => ({
        ref: stringifyEntityRef(entity),
        title: entity.metadata.title,
        displayName: (entity.spec?.profile as { displayName?: string })
          ?.displayName,
        owner: refsOf(entity, 'owner', 'group')[0],
        partOf: [
          ...refsOf(entity, 'system', 'system'),
          ...refsOf(entity, 'domain', 'domain'),
        ],
        parent: refsOf(entity, 'parent', 'group')[0],
        memberOf: refsOf(entity, 'memberOf', 'group'),
        dependsOn: refsOf(entity, 'dependsOn', 'component'),
      })),
  );
}
