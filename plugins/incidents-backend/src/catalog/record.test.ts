import { entitiesOf, type EntitySketch } from './__testUtils__/entitiesOf';
import { compactName, digestOf, recordOf } from './record';

const settings = {
  refreshEvery: 300_000,
  tierLabel: 'linchpin.dev/tier',
  alertNameAnnotation: 'linchpin.dev/alert-name',
  runbookAnnotation: 'linchpin.dev/runbook',
};

function recordsOf(...sketches: EntitySketch[]) {
  return new Map(
    entitiesOf(sketches).map(entity => {
      const record = recordOf(entity, settings);
      return [record?.ref, record];
    }),
  );
}

describe('recordOf', () => {
  it('keeps what matching, routing and the card need', () => {
    const records = recordsOf({
      ref: 'Component:Shop/Payments-API',
      title: 'Payments',
      type: 'service',
      lifecycle: 'production',
      tier: '1',
      alertName: ' PayGW ',
      owner: 'group:payments',
      partOf: ['component:checkout', 'domain:money', 'system:payments'],
    });

    expect(records.get('component:shop/payments-api')).toEqual({
      ref: 'component:shop/payments-api',
      uid: 'uid-of-Payments-API',
      kind: 'component',
      namespace: 'shop',
      name: 'payments-api',
      title: 'Payments',
      type: 'service',
      lifecycle: 'production',
      tier: '1',
      alertName: 'paygw',
      ownerRef: 'group:default/payments',
      partOfRef: 'system:default/payments',
      parentRef: undefined,
      relations: [],
    });
  });

  it('knows a runbook by its annotation, or by what a link is called', () => {
    const records = recordsOf(
      { ref: 'component:annotated', runbook: 'https://wiki/annotated' },
      {
        ref: 'component:typed',
        links: [{ url: 'https://a', type: 'runbook' }],
      },
      {
        ref: 'component:titled',
        links: [{ url: 'https://b', title: 'The Run-book of it' }],
      },
      {
        ref: 'component:without',
        links: [{ url: 'https://c', title: 'Code' }],
      },
    );

    expect(
      [...records].map(([ref, record]) => [ref, record?.hasRunbook]),
    ).toEqual([
      ['component:default/annotated', true],
      ['component:default/typed', true],
      ['component:default/titled', true],
      ['component:default/without', undefined],
    ]);
  });

  it('calls people and groups as they call themselves', () => {
    const records = recordsOf(
      { ref: 'user:nadia', displayName: 'Nadia Novak' },
      { ref: 'group:plain' },
    );

    expect(records.get('user:default/nadia')?.title).toBe('Nadia Novak');
    expect(records.get('group:default/plain')?.title).toBe('plain');
  });

  it('states the members and children of a group with the group', () => {
    const records = recordsOf(
      { ref: 'group:commerce' },
      { ref: 'group:payments', parent: 'group:commerce' },
      { ref: 'user:nadia', memberOf: ['group:payments'] },
    );

    expect(records.get('group:default/commerce')?.relations).toEqual([
      {
        sourceRef: 'group:default/payments',
        type: 'child-of',
        targetRef: 'group:default/commerce',
      },
    ]);
    expect(records.get('group:default/payments')).toMatchObject({
      parentRef: 'group:default/commerce',
      relations: [
        {
          sourceRef: 'user:default/nadia',
          type: 'member-of',
          targetRef: 'group:default/payments',
        },
      ],
    });
    expect(records.get('user:default/nadia')?.relations).toEqual([]);
  });

  it('lets the consumers of an API depend on it, and with it on who provides it', () => {
    const records = recordsOf(
      { ref: 'api:payments-v2' },
      { ref: 'component:payments-api', provides: ['api:payments-v2'] },
      {
        ref: 'component:checkout',
        consumes: ['api:payments-v2'],
        dependsOn: ['resource:basket-db', 'api:payments-v2'],
      },
    );

    expect(
      records
        .get('component:default/checkout')
        ?.relations.map(({ targetRef }) => targetRef),
    ).toEqual(['api:default/payments-v2', 'resource:default/basket-db']);
    expect(records.get('api:default/payments-v2')?.relations).toEqual([
      {
        sourceRef: 'api:default/payments-v2',
        type: 'depends-on',
        targetRef: 'component:default/payments-api',
      },
      {
        sourceRef: 'component:default/checkout',
        type: 'depends-on',
        targetRef: 'component:default/payments-api',
      },
    ]);
    expect(records.get('component:default/payments-api')?.relations).toEqual(
      [],
    );
  });

  it('lets nothing depend on itself, even through its own API', () => {
    const records = recordsOf(
      { ref: 'api:a' },
      { ref: 'component:c', provides: ['api:a'], consumes: ['api:a'] },
    );

    expect(records.get('api:default/a')?.relations).toEqual([
      {
        sourceRef: 'api:default/a',
        type: 'depends-on',
        targetRef: 'component:default/c',
      },
    ]);
  });

  it('keeps no places that entities come from, and no ref beyond measure', () => {
    const [location, overlong] = entitiesOf([
      { ref: 'location:generated' },
      { ref: `component:${'x'.repeat(400)}` },
    ]);

    expect(recordOf(location, settings)).toBeUndefined();
    expect(recordOf(overlong, settings)).toBeUndefined();
  });

  it('cuts titles to what the table holds', () => {
    const records = recordsOf({ ref: 'component:c', title: 'x'.repeat(500) });

    expect(records.get('component:default/c')?.title).toHaveLength(200);
  });
});

describe('digestOf', () => {
  it('changes with any relation, and not with their order', () => {
    const digest = (...dependsOn: string[]) =>
      digestOf(
        recordsOf({ ref: 'component:c', dependsOn }).get(
          'component:default/c',
        )!,
      );

    expect(digest('resource:a', 'resource:b')).toBe(
      digest('resource:b', 'resource:a'),
    );
    expect(digest('resource:a')).not.toBe(digest('resource:b'));
  });
});

describe('compactName', () => {
  it('takes the ways of writing a name for one', () => {
    expect(
      new Set(['seat-map', 'seat_map', 'Seat Map', 'seatmap'].map(compactName)),
    ).toEqual(new Set(['seatmap']));
  });
});
