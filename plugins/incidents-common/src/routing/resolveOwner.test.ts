import {
  resolveOwner,
  routeToGroup,
  routeWithoutEntity,
  type CatalogExcerpt,
  type RoutableEntity,
  type RoutableGroup,
} from './resolveOwner';

const PAYMENTS_API = 'component:default/payments-api';
const PAYMENTS = 'group:default/payments';
const COMMERCE = 'group:default/commerce';
const OPERATIONS = 'group:default/operations';

const nadia = { ref: 'user:default/nadia', name: 'Nadia' };
const mei = { ref: 'user:default/mei', name: 'Mei' };

function entity(
  ref: string,
  links: Pick<RoutableEntity, 'ownerRef' | 'partOfRef'>,
): RoutableEntity {
  return { ref, title: ref.split('/')[1], ...links };
}

function group(ref: string, facts: Partial<RoutableGroup>): RoutableGroup {
  return {
    ref,
    title: ref.split('/')[1],
    childRefs: [],
    members: [],
    ...facts,
  };
}

function catalogOf(
  entities: RoutableEntity[],
  groups: RoutableGroup[],
  more: Partial<CatalogExcerpt> = {},
): CatalogExcerpt {
  return {
    entities: new Map(entities.map(e => [e.ref, e])),
    groups: new Map(groups.map(g => [g.ref, g])),
    users: new Map([nadia, mei].map(user => [user.ref, user])),
    ...more,
  };
}

const policy = { maxPeople: 20 };
const withLastResort = { maxPeople: 20, lastResortGroup: OPERATIONS };
const owned = entity(PAYMENTS_API, { ownerRef: PAYMENTS });
const operations = group(OPERATIONS, { members: [mei] });

describe('resolveOwner', () => {
  it('finds the group that owns the entity, and its members', () => {
    const catalog = catalogOf([owned], [group(PAYMENTS, { members: [nadia] })]);

    expect(resolveOwner(PAYMENTS_API, catalog, policy)).toEqual({
      entity: { ref: PAYMENTS_API, title: 'payments-api', ownerRef: PAYMENTS },
      owner: { ref: PAYMENTS, title: 'payments' },
      people: [nadia],
      steps: [
        { step: 'owned-by', entityRef: PAYMENTS_API, ownerRef: PAYMENTS },
        { step: 'members', groupRef: PAYMENTS, count: 1 },
      ],
    });
  });

  it('asks the system and then the domain for an owner', () => {
    const catalog = catalogOf(
      [
        entity(PAYMENTS_API, { partOfRef: 'system:default/pay' }),
        entity('system:default/pay', { partOfRef: 'domain:default/money' }),
        entity('domain:default/money', { ownerRef: PAYMENTS }),
      ],
      [group(PAYMENTS, { members: [nadia] })],
    );

    const routing = resolveOwner(PAYMENTS_API, catalog, policy);

    expect(routing.owner?.ref).toBe(PAYMENTS);
    expect(routing.steps.slice(0, 3)).toEqual([
      { step: 'no-owner', entityRef: PAYMENTS_API },
      { step: 'no-owner', entityRef: 'system:default/pay' },
      {
        step: 'owned-by',
        entityRef: 'domain:default/money',
        ownerRef: PAYMENTS,
      },
    ]);
  });

  it('asks the system where the catalog does not have the owner', () => {
    const catalog = catalogOf(
      [
        entity(PAYMENTS_API, {
          ownerRef: 'group:default/unowned',
          partOfRef: 'system:default/pay',
        }),
        entity('system:default/pay', { ownerRef: PAYMENTS }),
      ],
      [group(PAYMENTS, { members: [nadia] })],
    );

    const routing = resolveOwner(PAYMENTS_API, catalog, policy);

    expect(routing.owner?.ref).toBe(PAYMENTS);
    expect(routing.steps.map(({ step }) => step)).toEqual([
      'owned-by',
      'group-missing',
      'owned-by',
      'members',
    ]);
  });

  it('tells a person who owns the entity', () => {
    const catalog = catalogOf(
      [entity(PAYMENTS_API, { ownerRef: nadia.ref })],
      [],
    );

    expect(resolveOwner(PAYMENTS_API, catalog, policy)).toMatchObject({
      owner: { ref: nadia.ref, title: 'Nadia' },
      people: [nadia],
    });
  });

  it('takes the people of the child groups where a group has none, each once', () => {
    const catalog = catalogOf(
      [entity(PAYMENTS_API, { ownerRef: COMMERCE })],
      [
        group(COMMERCE, {
          childRefs: [PAYMENTS, 'group:default/finance', 'group:default/x'],
        }),
        group(PAYMENTS, { members: [nadia] }),
        group('group:default/finance', { members: [nadia, mei] }),
      ],
    );

    expect(resolveOwner(PAYMENTS_API, catalog, policy)).toMatchObject({
      owner: { ref: COMMERCE },
      people: [nadia, mei],
    });
  });

  it('goes up to the parent of a group without people', () => {
    const catalog = catalogOf(
      [owned],
      [
        group(PAYMENTS, { parentRef: COMMERCE }),
        group(COMMERCE, { members: [mei] }),
      ],
    );

    const routing = resolveOwner(PAYMENTS_API, catalog, withLastResort);

    expect(routing.owner?.ref).toBe(COMMERCE);
    expect(routing.steps).toContainEqual({
      step: 'parent',
      groupRef: PAYMENTS,
      parentRef: COMMERCE,
    });
  });

  it('goes up to the parent that a group had which is gone', () => {
    const catalog = catalogOf([owned], [group(COMMERCE, { members: [mei] })], {
      formerParents: new Map([[PAYMENTS, COMMERCE]]),
    });

    const routing = resolveOwner(PAYMENTS_API, catalog, withLastResort);

    expect(routing.owner?.ref).toBe(COMMERCE);
    expect(routing.steps.map(({ step }) => step)).toEqual([
      'owned-by',
      'group-missing',
      'parent',
      'members',
    ]);
  });

  it('ends a circle of parents at the last resort', () => {
    const catalog = catalogOf(
      [owned],
      [
        group(PAYMENTS, { parentRef: COMMERCE }),
        group(COMMERCE, { parentRef: PAYMENTS }),
        operations,
      ],
    );

    expect(resolveOwner(PAYMENTS_API, catalog, withLastResort).owner?.ref).toBe(
      OPERATIONS,
    );
  });

  it('says that the owner is not in the catalog where there is no last resort', () => {
    const routing = resolveOwner(PAYMENTS_API, catalogOf([owned], []), policy);

    expect(routing.unrouted).toBe('owner-not-in-catalog');
    expect(routing.owner).toBeUndefined();
    expect(routing.people).toEqual([]);
  });

  it.each([
    ['is missing', []],
    ['has nobody either', [group(OPERATIONS, {})]],
  ])('says that the owner has nobody where the last resort %s', (_, more) => {
    const catalog = catalogOf([owned], [group(PAYMENTS, {}), ...more]);

    const routing = resolveOwner(PAYMENTS_API, catalog, withLastResort);

    expect(routing).toMatchObject({
      unrouted: 'owner-not-in-catalog',
      people: [],
    });
    expect(routing.owner).toBeUndefined();
    expect(routing.steps.at(-1)).toEqual(
      more.length > 0
        ? { step: 'group-empty', groupRef: OPERATIONS }
        : { step: 'group-missing', groupRef: OPERATIONS },
    );
  });

  it('goes to the last resort where the owning user is gone', () => {
    const gone = 'user:default/gone';
    const routing = resolveOwner(
      PAYMENTS_API,
      catalogOf([entity(PAYMENTS_API, { ownerRef: gone })], [operations]),
      withLastResort,
    );

    expect(routing).toMatchObject({
      owner: { ref: OPERATIONS },
      people: [mei],
    });
    expect(routing.unrouted).toBeUndefined();
    expect(routing.steps).toContainEqual({
      step: 'group-missing',
      groupRef: gone,
    });
  });

  it('asks the child groups before the parent', () => {
    const catalog = catalogOf(
      [owned],
      [
        group(PAYMENTS, {
          childRefs: ['group:default/cards'],
          parentRef: COMMERCE,
        }),
        group('group:default/cards', { members: [nadia] }),
        group(COMMERCE, { members: [mei] }),
      ],
    );

    expect(resolveOwner(PAYMENTS_API, catalog, policy).people).toEqual([nadia]);
  });

  it('ends a circle of systems', () => {
    const catalog = catalogOf(
      [
        entity(PAYMENTS_API, { partOfRef: 'system:default/pay' }),
        entity('system:default/pay', { partOfRef: PAYMENTS_API }),
      ],
      [],
    );

    expect(resolveOwner(PAYMENTS_API, catalog, policy)).toMatchObject({
      unrouted: 'no-owner',
      steps: [{ step: 'no-owner' }, { step: 'no-owner' }],
    });
  });

  it('takes an entity that the catalog does not have for none', () => {
    const catalog = catalogOf([], [operations]);

    const routing = resolveOwner(PAYMENTS_API, catalog, withLastResort);

    expect(routing).toMatchObject({ unrouted: 'no-entity', people: [mei] });
    expect(routing.entity).toBeUndefined();
  });

  it('says that there is no owner where nobody owns it', () => {
    const catalog = catalogOf([entity(PAYMENTS_API, {})], [operations]);

    expect(resolveOwner(PAYMENTS_API, catalog, policy).unrouted).toBe(
      'no-owner',
    );
    expect(resolveOwner(PAYMENTS_API, catalog, withLastResort)).toMatchObject({
      owner: { ref: OPERATIONS },
      people: [mei],
    });
  });

  it('tells no more people than configured, and says so', () => {
    const members = Array.from({ length: 30 }, (_, index) => ({
      ref: `user:default/u${index}`,
      name: `U${index}`,
    }));
    const catalog = catalogOf([owned], [group(PAYMENTS, { members })]);

    const routing = resolveOwner(PAYMENTS_API, catalog, policy);

    expect(routing.people).toHaveLength(20);
    expect(routing.steps).toContainEqual({
      step: 'limited',
      limit: 20,
      of: 30,
    });
  });
});

describe('routeToGroup', () => {
  it('routes to the group that was named', () => {
    const catalog = catalogOf([], [group(PAYMENTS, { members: [nadia] })]);

    expect(routeToGroup(PAYMENTS, catalog, policy)).toEqual({
      owner: { ref: PAYMENTS, title: 'payments' },
      people: [nadia],
      steps: [
        { step: 'passed-on', groupRef: PAYMENTS },
        { step: 'members', groupRef: PAYMENTS, count: 1 },
      ],
    });
  });

  it('goes on to whoever is above a group without people', () => {
    const catalog = catalogOf(
      [],
      [
        group(PAYMENTS, { parentRef: COMMERCE }),
        group(COMMERCE, { members: [mei] }),
      ],
    );

    expect(routeToGroup(PAYMENTS, catalog, policy)).toMatchObject({
      owner: { ref: COMMERCE },
      people: [mei],
    });
  });

  it('leaves it with the group that was named where nobody is found', () => {
    const catalog = catalogOf([], [group(PAYMENTS, {})]);

    expect(routeToGroup(PAYMENTS, catalog, policy)).toEqual({
      owner: { ref: PAYMENTS, title: 'payments' },
      unrouted: 'owner-not-in-catalog',
      people: [],
      steps: [
        { step: 'passed-on', groupRef: PAYMENTS },
        { step: 'group-empty', groupRef: PAYMENTS },
      ],
    });
  });

  it('tells no more people than configured', () => {
    const catalog = catalogOf([], [group(PAYMENTS, { members: [nadia, mei] })]);

    expect(routeToGroup(PAYMENTS, catalog, { maxPeople: 1 })?.people).toEqual([
      nadia,
    ]);
  });

  it('knows no group that the catalog does not have', () => {
    expect(routeToGroup(PAYMENTS, catalogOf([], []), policy)).toBeUndefined();
  });
});

describe('routeWithoutEntity', () => {
  it('stays unrouted even where the last resort is told', () => {
    expect(
      routeWithoutEntity(
        'no-entity',
        catalogOf([], [operations]),
        withLastResort,
      ),
    ).toMatchObject({
      unrouted: 'no-entity',
      owner: { ref: OPERATIONS },
      people: [mei],
    });
  });

  it('tells nobody where there is no last resort', () => {
    expect(
      routeWithoutEntity('several-match', catalogOf([], []), policy),
    ).toEqual({ unrouted: 'several-match', people: [], steps: [] });
  });
});

describe('the group of the key that an alert came by', () => {
  const commerce = group(COMMERCE, { members: [nadia] });

  it('answers where the entity has no owner, before the last resort', () => {
    const catalog = catalogOf(
      [entity(PAYMENTS_API, {})],
      [commerce, operations],
    );

    expect(
      resolveOwner(PAYMENTS_API, catalog, withLastResort, COMMERCE),
    ).toEqual({
      entity: { ref: PAYMENTS_API, title: 'payments-api' },
      owner: { ref: COMMERCE, title: 'commerce' },
      people: [nadia],
      steps: [
        { step: 'no-owner', entityRef: PAYMENTS_API },
        { step: 'key-of-group', groupRef: COMMERCE },
        { step: 'members', groupRef: COMMERCE, count: 1 },
      ],
    });
  });

  it('answers where nobody is in the group that owns it', () => {
    const catalog = catalogOf([owned], [group(PAYMENTS, {}), commerce]);

    expect(
      resolveOwner(PAYMENTS_API, catalog, policy, COMMERCE).owner?.ref,
    ).toBe(COMMERCE);
  });

  it('is not asked where the entity has an owner', () => {
    const catalog = catalogOf(
      [owned],
      [group(PAYMENTS, { members: [mei] }), commerce],
    );

    expect(resolveOwner(PAYMENTS_API, catalog, policy, COMMERCE)).toEqual(
      resolveOwner(PAYMENTS_API, catalog, policy),
    );
  });

  it('owns what has no entity, which is not unrouted then', () => {
    expect(
      routeWithoutEntity(
        'no-entity',
        catalogOf([], [commerce, operations]),
        withLastResort,
        COMMERCE,
      ),
    ).toEqual({
      owner: { ref: COMMERCE, title: 'commerce' },
      people: [nadia],
      steps: [
        { step: 'key-of-group', groupRef: COMMERCE },
        { step: 'members', groupRef: COMMERCE, count: 1 },
      ],
    });
  });

  it('goes to its parent where it has nobody, and to the last resort where it is gone', () => {
    const empty = catalogOf(
      [],
      [group(PAYMENTS, { parentRef: COMMERCE }), commerce],
    );
    expect(
      routeWithoutEntity('no-entity', empty, policy, PAYMENTS).owner?.ref,
    ).toBe(COMMERCE);

    const gone = catalogOf([], [operations]);
    expect(
      routeWithoutEntity('no-entity', gone, withLastResort, PAYMENTS),
    ).toMatchObject({
      unrouted: 'no-entity',
      owner: { ref: OPERATIONS },
      steps: [
        { step: 'key-of-group', groupRef: PAYMENTS },
        { step: 'group-missing', groupRef: PAYMENTS },
        { step: 'last-resort', groupRef: OPERATIONS },
        { step: 'members', groupRef: OPERATIONS, count: 1 },
      ],
    });
  });
});
