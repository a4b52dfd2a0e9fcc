import fc from 'fast-check';
import {
  DEFAULT_MATCH_LABELS,
  lookupsOf,
  matchLabels,
  type MatchableEntity,
} from './matchLabels';

function entity(ref: string, alertName?: string): MatchableEntity {
  const [kind, namespace, name] = ref.split(/[:/]/);
  return { entityRef: ref, kind, namespace, name, alertName };
}

function match(labels: Record<string, string>, entities: MatchableEntity[]) {
  return matchLabels(lookupsOf(labels), entities);
}

describe('lookupsOf', () => {
  it('goes label by label in the configured order', () => {
    const lookups = lookupsOf(
      { team: 'x', service: 'payments-api', job: 'node' },
      ['job', 'service'],
    );

    expect(lookups.map(({ label }) => label)).toEqual([
      'job',
      'job',
      'service',
      'service',
    ]);
  });

  it.each([
    ['component:default/pay', 'component:default/pay'],
    ['Component:Shop/Pay', 'component:shop/pay'],
    ['component:pay', 'component:default/pay'],
  ])('takes %p for the ref %p', (value, entityRef) => {
    expect(lookupsOf({ service: value })[0]).toEqual({
      by: 'ref',
      label: 'service',
      entityRef,
    });
  });

  it('takes a ref without kind for a name in a namespace', () => {
    expect(lookupsOf({ service: 'shop/pay' })).toContainEqual({
      by: 'name',
      label: 'service',
      namespace: 'shop',
      name: 'pay',
    });
  });

  it('offers any value to the annotations, and no name where it cannot be one', () => {
    expect(lookupsOf({ job: 'Node Exporter (old)' })).toEqual([
      { by: 'alert-name', label: 'job', alertName: 'node exporter (old)' },
    ]);
  });

  it('passes over what cannot name anything, and what the labels only inherit', () => {
    expect(
      lookupsOf({ service: '  ', app: 'x'.repeat(300), job: 'pay\0' }),
    ).toEqual([]);
    expect(lookupsOf({}, ['constructor'])).toEqual([]);
  });

  it('takes any label value and stays lower case', () => {
    fc.assert(
      fc.property(fc.string(), value => {
        for (const { label, by, ...named } of lookupsOf({ service: value })) {
          for (const part of Object.values(named)) {
            expect(part).toBe(part.toLocaleLowerCase('en-US'));
          }
        }
      }),
    );
  });
});

describe('matchLabels', () => {
  const component = entity('component:default/pay');
  const elsewhere = entity('component:shop/pay');
  const resource = entity('resource:default/pay');
  const system = entity('system:default/pay');

  it('matches the entity of a ref', () => {
    expect(
      match({ service: 'resource:pay' }, [component, resource]),
    ).toMatchObject({ outcome: 'matched', entity: resource });
  });

  it('takes Component before Resource before API before System', () => {
    const api = entity('api:default/pay');
    expect(
      match({ service: 'pay' }, [system, api, resource, component]),
    ).toMatchObject({ entity: component });
    expect(match({ service: 'pay' }, [system, api, resource])).toMatchObject({
      entity: resource,
    });
    expect(match({ service: 'pay' }, [system, api])).toMatchObject({
      entity: api,
    });
  });

  it('takes the default namespace before any other, within a kind', () => {
    expect(match({ service: 'pay' }, [elsewhere, component])).toMatchObject({
      entity: component,
    });
    expect(match({ service: 'pay' }, [elsewhere, resource])).toMatchObject({
      entity: elsewhere,
    });
  });

  it('takes the namespace that was named', () => {
    expect(
      match({ service: 'shop/pay' }, [component, elsewhere]),
    ).toMatchObject({ entity: elsewhere });
  });

  it('does not choose between two namespaces, and lists all that it may be', () => {
    const third = entity('component:rail/pay');

    expect(match({ service: 'pay' }, [elsewhere, system, third])).toEqual({
      outcome: 'several',
      candidates: [third, elsewhere, system],
      lookup: { by: 'name', label: 'service', name: 'pay' },
    });
  });

  it('lets the more telling label decide, even where it finds several', () => {
    const third = entity('component:rail/pay');
    const labels = { service: 'pay', namespace: 'rail' };

    expect(
      match(labels, [entity('system:default/rail'), third, elsewhere]).outcome,
    ).toBe('several');
  });

  it('goes on to the next label where one finds nothing', () => {
    expect(
      match({ component: 'unknown', job: 'pay' }, [component]),
    ).toMatchObject({
      outcome: 'matched',
      lookup: { by: 'name', label: 'job' },
    });
  });

  it('believes an annotation before a name', () => {
    const annotated = entity('resource:default/pg-7', 'pay');

    expect(match({ service: 'Pay' }, [component, annotated])).toMatchObject({
      entity: annotated,
      lookup: { by: 'alert-name' },
    });
  });

  it('never matches teams and people', () => {
    const people = [entity('group:default/pay'), entity('user:default/pay')];

    expect(match({ service: 'pay' }, people)).toEqual({ outcome: 'none' });
    expect(match({ service: 'group:pay' }, people)).toEqual({
      outcome: 'none',
    });
  });

  it('takes a name for no domain, but a ref for one', () => {
    const domain = entity('domain:default/money');

    expect(match({ service: 'money' }, [domain])).toEqual({ outcome: 'none' });
    expect(match({ service: 'domain:money' }, [domain])).toMatchObject({
      entity: domain,
    });
  });

  it('decides the same whatever order the entities come in', () => {
    const entities = [component, elsewhere, resource, system];
    fc.assert(
      fc.property(
        fc.subarray(entities),
        fc.constantFrom(...DEFAULT_MATCH_LABELS),
        (some, label) => {
          expect(match({ [label]: 'pay' }, [...some].reverse())).toEqual(
            match({ [label]: 'pay' }, some),
          );
        },
      ),
    );
  });
});
