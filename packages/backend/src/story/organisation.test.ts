import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import { resolveOwner } from '@linchpin/backstage-plugin-incidents-common';
import {
  refsOf,
  sampleCatalog,
  sampleEntities,
} from './__testUtils__/organisation';

const VALIDATORS = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
];

const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const REFERENCES: Record<string, string | undefined> = {
  owner: 'group',
  system: 'system',
  domain: 'domain',
  providesApis: 'api',
  consumesApis: 'api',
  dependsOn: undefined,
  memberOf: 'group',
  parent: 'group',
  children: 'group',
};

const entities = sampleEntities();
const refs = entities.map(stringifyEntityRef);

describe('the sample organisation', () => {
  it.each(
    entities.map(entity => [stringifyEntityRef(entity), entity] as const),
  )('has a valid %s', async (_ref, entity: Entity) => {
    const checked = await POLICY.enforce({
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata },
    });
    const accepted = await Promise.all(
      VALIDATORS.map(validator => validator.check(checked!)),
    );
    expect(accepted).toContain(true);
  });

  it('names everything once', () => {
    expect(new Set(refs).size).toBe(refs.length);
  });

  it('points at nothing that is missing, but for two groups on purpose', () => {
    const missing = entities.flatMap(entity =>
      Object.entries(REFERENCES)
        .flatMap(([field, kind]) => refsOf(entity, field, kind))
        .filter(ref => !refs.includes(ref)),
    );
    expect([...new Set(missing)].sort()).toEqual([
      'group:default/loyalty',
      'group:default/unowned',
    ]);
  });

  it('says the hierarchy of its groups the same from above and from below', () => {
    const above = entities.flatMap(group =>
      refsOf(group, 'children', 'group').map(
        child => `${stringifyEntityRef(group)} > ${child}`,
      ),
    );
    const below = entities.flatMap(group =>
      refsOf(group, 'parent', 'group').map(
        parent => `${parent} > ${stringifyEntityRef(group)}`,
      ),
    );
    expect(above.sort()).toEqual(below.sort());
  });

  it.each([
    ['component:default/payments-api', 'Payments', undefined],
    ['component:default/itinerary-pdf', 'Jonas Becker', undefined],
    ['component:default/invoice-archive', 'Finance', undefined],
    ['component:default/loyalty-api', undefined, 'owner-not-in-catalog'],
    ['resource:default/edge-router', undefined, 'owner-not-in-catalog'],
  ])('lets %s be answered for by %s', (ref, owner, unrouted) => {
    const routing = resolveOwner(ref, sampleCatalog(), { maxPeople: 50 });
    expect(routing.owner?.title).toBe(owner);
    expect(routing.unrouted).toBe(unrouted);
  });
});
