import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import { entities, groups, ines, mei, nadia, ola, sam, tomas } from './people';

/** The catalog behind the sample incidents, so that names lead somewhere. */
export const catalogEntities: Entity[] = [
  ...entities.map(({ ref, title }) => {
    const { kind, namespace, name } = parseEntityRef(ref);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: kind === 'resource' ? 'Resource' : 'Component',
      metadata: {
        namespace,
        name,
        title,
        description: `The ${title} of Fernway`,
        links: [
          {
            url: 'https://status.fernway.test',
            title: 'Status page',
          },
          {
            url: 'https://wiki.fernway.test/continuity',
            title: 'Without a region',
            type: 'continuity-plan',
          },
        ],
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/payments',
      },
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/payments' },
        { type: 'dependsOn', targetRef: 'resource:default/payments-db' },
      ],
    };
  }),
  ...groups.map(({ ref, title }) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { ...parseEntityRef(ref), title },
    spec: { type: 'team', children: [], profile: { displayName: title } },
  })),
  ...[mei, nadia, tomas, ola, ines, sam].map(({ ref, title }) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: parseEntityRef(ref),
    spec: { profile: { displayName: title }, memberOf: ['payments'] },
  })),
];
