import { resolveOwner } from '../routing/resolveOwner';
import { mei, paymentsApi } from './__testUtils__/desk';
import { actionPlaceOf } from './ownership';

const group = (ref: string, people = [mei]) => ({
  ref,
  title: ref,
  childRefs: [],
  members: people,
});

const PAYMENTS = 'group:default/payments';
const FINANCE = 'group:default/finance';
const LAST = 'group:default/last';

function placeOf(
  groups: ReturnType<typeof group>[],
  {
    ownerRef,
    lastResortGroup,
  }: { ownerRef?: string; lastResortGroup?: string },
) {
  return actionPlaceOf(
    resolveOwner(
      paymentsApi.ref,
      {
        entities: new Map([
          [paymentsApi.ref, { ...paymentsApi, ...(ownerRef && { ownerRef }) }],
        ]),
        groups: new Map(groups.map(each => [each.ref, each])),
        users: new Map(),
        formerParents: new Map([[PAYMENTS, FINANCE]]),
      },
      { maxPeople: 20, ...(lastResortGroup && { lastResortGroup }) },
    ),
  );
}

it('is with the group that owns the entity', () => {
  const place = placeOf([group(PAYMENTS)], { ownerRef: PAYMENTS });
  expect(place.owner?.ref).toBe(PAYMENTS);
  expect(place).not.toHaveProperty('unrouted');
});

it('is with nobody where that group is gone, though the one above it is told', () => {
  const place = placeOf([group(FINANCE)], { ownerRef: PAYMENTS });
  expect(place).toMatchObject({
    unrouted: 'owner-not-in-catalog',
    told: [mei],
  });
  expect(place).not.toHaveProperty('owner');
});

it('is with nobody where there is only the last resort, which is told', () => {
  const resort = { lastResortGroup: LAST };
  expect(placeOf([group(LAST)], { ownerRef: PAYMENTS, ...resort })).toEqual({
    entity: { ...paymentsApi, ownerRef: PAYMENTS },
    unrouted: 'owner-not-in-catalog',
    told: [mei],
  });
  expect(placeOf([group(LAST)], resort)).toMatchObject({
    unrouted: 'no-owner',
    told: [mei],
  });
});
