import { namedByKey, placeOf } from './placeOf';

const api = 'component:default/payments-api';
const other = 'component:default/ledger';
const payments = 'group:default/payments';

describe('placeOf', () => {
  it('believes the labels before any key', () => {
    expect(placeOf(api, undefined)).toEqual({ entityRef: api });
    expect(placeOf(api, other)).toEqual({ entityRef: api });
    expect(placeOf(api, payments)).toEqual({
      entityRef: api,
      groupRef: payments,
    });
  });

  it('lets the key decide what the labels leave open', () => {
    expect(placeOf(undefined, other)).toEqual({ entityRef: other });
    expect(placeOf(undefined, payments)).toEqual({ groupRef: payments });
  });

  it('knows nothing without either', () => {
    expect(placeOf(undefined, undefined)).toEqual({});
  });
});

it('says first that the key named the entity', () => {
  const routing = {
    steps: [{ step: 'no-owner' as const, entityRef: api }],
    people: [],
  };
  expect(namedByKey(routing, api).steps).toEqual([
    { step: 'key-of-entity', entityRef: api },
    { step: 'no-owner', entityRef: api },
  ]);
});
