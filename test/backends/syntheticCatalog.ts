import {
  coreServices,
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** How large it is; `syntheticCatalog` of the configuration. */
export interface CatalogSize {
  components: number;
  groups: number;
  /** Of each group; nobody is in two. */
  members: number;
}

/** Components of one system. */
const SYSTEM_SIZE = 10;

const numbered = (word: string, index: number) =>
  `${word}-${String(index).padStart(5, '0')}`;

/** The names that the entities have, counted from 0. */
export const componentName = (index: number) => numbered('service', index);
export const groupName = (index: number) => numbered('team', index);
export const personName = (group: number, member: number) =>
  `${numbered('person', group)}-${member}`;

/** How many entities of all kinds it has. */
export const countOf = (size: CatalogSize) => [...entitiesOf(size)].length;

/**
 * A catalog of any size: systems of ten components that depend on one another in a
 * row, each owned by a group, the groups in turn, and groups with people.
 */
class SyntheticCatalog implements EntityProvider {
  readonly #size: CatalogSize;
  readonly #scheduler: SchedulerService;

  constructor(size: CatalogSize, scheduler: SchedulerService) {
    this.#size = size;
    this.#scheduler = scheduler;
  }

  getProviderName(): string {
    return 'synthetic-catalog';
  }

  /** Brings them as a provider of a real source does, without keeping the backend from its start. */
  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'synthetic-catalog',
      frequency: { days: 1 },
      timeout: { minutes: 10 },
      scope: 'local',
      fn: () =>
        connection.applyMutation({
          type: 'full',
          entities: [...entitiesOf(this.#size)].map(entity => ({ entity })),
        }),
    });
  }
}

export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'synthetic-catalog',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, scheduler }) {
        const size = config.getConfig('syntheticCatalog');
        catalog.addEntityProvider(
          new SyntheticCatalog(
            {
              components: size.getNumber('components'),
              groups: size.getNumber('groups'),
              members: size.getNumber('members'),
            },
            scheduler,
          ),
        );
      },
    });
  },
});

function* entitiesOf({
  components,
  groups,
  members,
}: CatalogSize): Iterable<Entity> {
  for (let index = 0; index < groups; index++) {
    yield entityOf('Group', groupName(index), { type: 'team', children: [] });
    for (let member = 0; member < members; member++) {
      yield entityOf('User', personName(index, member), {
        memberOf: [groupName(index)],
      });
    }
  }
  for (let index = 0; index < components; index++) {
    const place = index % SYSTEM_SIZE;
    const system = numbered('system', Math.floor(index / SYSTEM_SIZE));
    const owner = groupName(index % groups);
    if (place === 0) {
      yield entityOf('System', system, { owner });
    }
    yield entityOf('Component', componentName(index), {
      type: 'service',
      lifecycle: 'production',
      owner,
      system,
      dependsOn:
        place === 0 ? [] : [`component:default/${componentName(index - 1)}`],
    });
  }
}

function entityOf(kind: string, name: string, spec: Entity['spec']): Entity {
  const location = 'url:http://synthetic-catalog.test/';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    spec,
  };
}
