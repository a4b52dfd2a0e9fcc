import type { ActionCommand } from './commands';
import type { ActionFacts } from './decision';
import {
  after,
  by,
  decided,
  facts,
  mei,
  nadia,
  NOW,
  orders,
  payments,
  paymentsApi,
  proposed,
  ravi,
} from './__testUtils__/desk';
import { decideProposal } from './proposing';

const asRavi: Partial<ActionFacts> = {
  actor: by(ravi),
  who: { ref: ravi.ref, ownershipRefs: [ravi.ref], permissions: [] },
};
const asNadia: Partial<ActionFacts> = {
  actor: by(nadia),
  who: { ref: nadia.ref, ownershipRefs: [nadia.ref], permissions: [] },
};

describe('an action item', () => {
  it('is due by its priority where nobody says when', () => {
    expect(
      proposed({ request: { title: 'Shard', type: 'prevent' }, priority: 'P1' })
        .dueOn,
    ).toBe('2026-12-11');
  });

  it('is not due on a day that is over where the organisation is', () => {
    const request = { title: 'Shard', type: 'prevent' as const };
    const late = facts({ now: '2026-11-26T23:30:00.000Z' });
    const ask = (dueOn: string) =>
      decideProposal(
        {
          type: 'propose',
          id: 'a1',
          number: 1,
          request: { ...request, dueOn },
          priority: 'P2',
          place: { owner: payments, told: [] },
          accountable: nadia,
          origins: [{ id: 'i1', number: 41 }],
        },
        late,
      ).refusal;

    expect(ask('2026-11-26')).toMatchObject({ kind: 'input', field: 'dueOn' });
    expect(ask('2026-11-27')).toBeUndefined();
  });

  it('goes its way by whoever does it, and is verified by somebody else', () => {
    const accepted = after(proposed(), { type: 'accept' });
    const started = after(accepted, { type: 'start' }, asRavi);
    const done = after(started, { type: 'finish', note: 'Rolled out' }, asRavi);
    expect(done).toMatchObject({ status: 'done', closedAt: NOW });

    const verify = { type: 'verify', how: 'Let it run full' } as const;
    const capable: Partial<ActionFacts> = {
      ...asRavi,
      who: { ...asRavi.who!, permissions: ['respond', 'manage'] },
    };
    expect(decided(done, verify, capable).refusal?.kind).toBe('forbidden');
    expect(after(done, verify, asNadia).status).toBe('verified');
  });

  it('keeps when it was done while it is verified, and forgets it when it is reopened', () => {
    const done = after(
      after(proposed(), { type: 'accept' }),
      { type: 'finish' },
      asRavi,
    );
    const verified = after(
      done,
      { type: 'verify', how: 'Seen' },
      { now: '2026-12-01T10:00:00.000Z' },
    );
    expect(verified.closedAt).toBe(NOW);
    const again = after(verified, { type: 'reopen', reason: 'It is back' });
    expect(again).toMatchObject({ status: 'accepted' });
    expect(again).not.toHaveProperty('closedAt');
  });

  it('is given up by whoever answers for it or manages, and by nobody else', () => {
    const wontDo = { type: 'wont-do', reason: 'The service goes' } as const;
    expect(decided(proposed(), wontDo).refusal?.kind).toBe('forbidden');
    expect(decided(proposed(), wontDo, asRavi).refusal?.kind).toBe('forbidden');
    expect(after(proposed(), wontDo, asNadia)).toMatchObject({
      status: 'wont-do',
      givenUpBy: nadia,
    });
  });

  it('is answered for by everybody of the group that does', () => {
    const ofGroup = proposed({
      accountable: { ref: payments.ref, name: 'Payments' },
    });
    const who = {
      ref: mei.ref,
      ownershipRefs: [mei.ref, payments.ref],
      permissions: [],
    };
    expect(after(ofGroup, { type: 'accept' }, { who }).status).toBe('accepted');
  });

  it('is handed on by whoever does it, to a person that there is', () => {
    const toMei = { type: 'assign', responsibleRef: mei.ref } as const;
    const handed = after(proposed(), toMei, { ...asRavi, person: mei });
    expect(handed.responsible).toEqual(mei);
    expect(decided(proposed(), toMei, asRavi).refusal).toMatchObject({
      kind: 'input',
      field: 'responsibleRef',
    });
    expect(
      after(handed, { type: 'assign', responsibleRef: null }),
    ).not.toHaveProperty('responsible');
  });

  it('keeps one incident that it came from', () => {
    const incident = { id: 'i2', number: 42 };
    const link = { type: 'link-incident', incident: 'INC-42' } as const;
    const two = after(proposed(), link, { incident });
    expect(two.origins.map(({ number }) => number)).toEqual([41, 42]);
    expect(decided(two, link, { incident }).events).toEqual([]);

    const unlink = { type: 'unlink-incident', incident: 'INC-42' } as const;
    const one = after(two, unlink, { incident });
    expect(
      decided(one, unlink, { incident: one.origins[0] }).refusal,
    ).toMatchObject({ kind: 'input', field: 'incident' });
  });

  it('moves to another entity with its owner', () => {
    const ordersApi = { ref: 'component:default/orders-api', title: 'orders' };
    const moved = after(
      proposed(),
      { type: 'move-to-entity', entityRef: ordersApi.ref },
      { place: { entity: ordersApi, owner: orders, told: [] } },
    );
    expect(moved).toMatchObject({ entity: ordersApi, owner: orders });
  });
});

describe('when the catalog changes, an action item', () => {
  const there = { entity: paymentsApi, owner: payments, told: [] };
  const follow = (
    place: typeof there | object,
    gone: string[] = [],
    state = proposed(),
  ) =>
    decided(state, {
      type: 'follow-catalog',
      place: { told: [], ...place },
      gone,
    }).events!.map(({ type, data }) => ({ type, data }));

  it('goes to the new owner of its entity', () => {
    expect(follow({ ...there, owner: orders, told: [mei] })).toEqual([
      {
        type: 'owner-changed',
        data: { from: payments, owner: orders, told: [mei] },
      },
    ]);
  });

  it('is unrouted where its team is gone, and those above are told', () => {
    const state = after(proposed(), {
      type: 'follow-catalog',
      place: {
        entity: paymentsApi,
        unrouted: 'owner-not-in-catalog',
        told: [mei],
      },
      gone: [payments.ref],
    });
    expect(state.unrouted).toBe('owner-not-in-catalog');
    expect(state).not.toHaveProperty('owner');
  });

  it('needs an owner where whoever does it is gone', () => {
    expect(follow(there, [ravi.ref, nadia.ref])).toEqual([
      { type: 'responsible-gone', data: { person: ravi } },
      { type: 'accountable-gone', data: { accountable: nadia } },
    ]);
  });

  it('is its owner’s to go on with where whoever answers for it is gone', () => {
    const ofPayments = {
      actor: by(mei),
      who: {
        ref: mei.ref,
        ownershipRefs: [mei.ref, payments.ref],
        permissions: [],
      },
    };
    const accept = { type: 'accept' } as const;
    expect(decided(proposed(), accept, ofPayments).refusal).toMatchObject({
      kind: 'forbidden',
    });
    const left = after(proposed(), {
      type: 'follow-catalog',
      place: there,
      gone: [nadia.ref],
    });
    expect(after(left, accept, ofPayments).status).toBe('accepted');
  });

  it('stays with its owner where its entity is gone, until that is back', () => {
    const follows: ActionCommand = {
      type: 'follow-catalog',
      place: { unrouted: 'no-entity', told: [] },
      gone: [],
    };
    const without = after(proposed(), follows);
    expect(without).toMatchObject({
      entity: paymentsApi,
      entityGone: true,
      owner: payments,
    });
    expect(decided(without, follows).events).toEqual([]);
    expect(follow(there, [], without)).toEqual([
      { type: 'entity-back', data: { entity: paymentsApi } },
    ]);
  });

  it('is left alone where the catalog says what it said, does not answer, or all is over', () => {
    expect(follow(there)).toEqual([]);
    expect(follow({ unrouted: 'catalog-unavailable' })).toEqual([]);
    const over = after(proposed(), { type: 'wont-do', reason: 'No' }, asNadia);
    expect(follow({ ...there, owner: orders }, [ravi.ref], over)).toEqual([]);
  });
});
