import {
  by,
  eventsOf,
  facts,
  inStatus,
  minute,
  moving,
  nadia,
  nowhere,
  omar,
  open,
  opening,
  ordersDb,
  paymentsApi,
  refusalOf,
  rita,
  START,
  toPayments,
} from '../__testUtils__/stage';
import { decide } from '../decide';
import type { Facts, MovingAlerts } from '../decision';
import { replay } from '../evolve';
import type { IncidentState } from '../state';

const moveOut = { type: 'move-out', alerts: ['a', 'b'] } as const;

function moved(
  state: IncidentState,
  { title, ...given }: Partial<MovingAlerts> & { title?: string } = {},
  at: Partial<Facts> = {},
) {
  const decision = decide(
    state,
    { ...moveOut, alerts: [...moveOut.alerts], ...(title && { title }) },
    facts({
      now: minute(5),
      actor: by(omar),
      routing: toPayments,
      moving: moving(moveOut.alerts, given),
      ...at,
    }),
  );
  return {
    decision,
    here: () => eventsOf(decision),
    there: () => eventsOf(decision, 'incident-9'),
    opened: () => replay('incident-9', eventsOf(decision, 'incident-9')),
  };
}

it('opens an incident for the alerts, and tells both of the other', () => {
  const { here, there } = moved(inStatus('fixing'));

  expect(here()).toMatchObject([
    {
      type: 'alerts-moved-out',
      actor: by(omar),
      data: { to: { id: 'incident-9', number: 9 }, count: 2 },
    },
  ]);
  expect(there().map(({ type }) => type)).toEqual([
    'declared',
    'routed',
    'alerts-moved-in',
  ]);
  expect(there().at(-1)).toMatchObject({
    data: { from: { id: 'incident-1', number: 1 }, count: 2 },
  });
});

it('gives it the entity, the owner and the urgency of the one they leave, and asks somebody to take it', () => {
  const { opened } = moved(
    inStatus('fixing', { impact: 'high', urgency: 'medium' }),
  );
  expect(opened()).toMatchObject({
    number: 9,
    title: 'Title of a',
    source: 'alert',
    status: 'triage',
    priority: 'P2',
    entity: paymentsApi,
    owner: toPayments.owner,
    told: [nadia, omar],
    stamps: { declaredAt: minute(5), notifiedAt: minute(5) },
  });
  expect(opened().lead).toBeUndefined();
  expect(opened().reporter).toBeUndefined();
});

it('gives it the title that is wanted', () => {
  expect(moved(open(), { title: 'The disk is full' }).opened().title).toBe(
    'The disk is full',
  );
});

it('keeps it among those who may see the one they leave, and a drill a drill', () => {
  const secret = open({
    request: { ...opening().request, mode: 'drill', visibility: 'private' },
  });
  expect(moved(secret).opened()).toMatchObject({
    mode: 'drill',
    visibility: 'private',
  });
});

it.each<[string, IncidentState, Partial<Facts>, object]>([
  [
    'the members of today where its owner still has it',
    open(),
    { routing: { ...toPayments, people: [rita] } },
    { owner: toPayments.owner, told: [rita] },
  ],
  [
    'whoever has it where the catalog leads elsewhere',
    open(),
    { routing: { ...toPayments, owner: ordersDb, people: [rita] } },
    { owner: toPayments.owner, told: [nadia, omar] },
  ],
  [
    'whoever has it where the catalog does not answer',
    open(),
    { routing: { ...nowhere, unrouted: 'catalog-unavailable' } },
    { entity: paymentsApi, owner: toPayments.owner, told: [nadia, omar] },
  ],
  [
    'nobody where nobody has it',
    open({ routing: nowhere }),
    { routing: undefined },
    { unrouted: 'no-entity', told: [] },
  ],
])('tells %s', (_, state, at, routed) => {
  expect(moved(state, {}, at).opened()).toMatchObject(routed);
});

it('has the incident recover that no firing alert remains on', () => {
  const quiet = { rest: { count: 3, firing: 0 } };
  const types = (state: IncidentState) =>
    moved(state, quiet)
      .here()
      .map(({ type }) => type);

  expect(types(open())).toEqual(['alerts-moved-out', 'recovered']);
  expect(types({ ...open(), recoveredAt: START })).toEqual([
    'alerts-moved-out',
  ]);
});

it('leaves a report that no alert remains on to wait for somebody', () => {
  const reported = open({ source: 'report' }, { actor: by(rita) });
  const { here, opened } = moved(reported, { rest: { count: 0, firing: 0 } });

  expect(here().map(({ type }) => type)).toEqual(['alerts-moved-out']);
  expect(opened()).toMatchObject({ source: 'alert', status: 'triage' });
});

it('says that it recovered where the alerts have ended already', () => {
  const ended = moveOut.alerts.map(id => ({ id, title: id, firing: false }));
  expect(moved(open(), { moved: ended }).opened().recoveredAt).toBe(minute(5));
});

it('refuses to leave nothing behind', () => {
  const { decision } = moved(open(), { rest: { count: 0, firing: 0 } });
  expect(refusalOf(decision)).toEqual({
    kind: 'input',
    field: 'alerts',
    message:
      'These are all its alerts, and nobody has reported it: nothing would remain. Leave at least one',
  });
});

it('refuses alerts of other incidents', () => {
  const { decision } = moved(open(), {
    moved: [{ id: 'a', title: 'A', firing: true }],
  });
  expect(refusalOf(decision)).toEqual({
    kind: 'input',
    field: 'alerts',
    message: 'INC-1 has no alert b',
  });
});
