import {
  by,
  having,
  minute,
  nadia,
  omar,
  open,
  ordersDb,
  paymentsApi,
  START,
  toOrdersDb,
  toPayments,
  toStorage,
} from './__testUtils__/stage';
import type { DecidedEvent } from './events';
import { evolve, replay } from './evolve';
import { HOLDERS_MAX, type IncidentState } from './state';

function passedOn(state: IncidentState, minutes: number): IncidentState {
  const routing =
    state.owner?.ref === toPayments.owner?.ref ? toStorage : toPayments;
  return having(
    state,
    {
      type: 'pass-on',
      to: routing.owner!.ref,
      reason: 'Because it belongs to the others',
    },
    { routing, now: minute(minutes) },
  );
}

describe('the state', () => {
  it('keeps a bounded number of holders, the latest ones', () => {
    let state = open();
    for (let minutes = 1; minutes <= HOLDERS_MAX + 5; minutes += 1) {
      state = passedOn(state, minutes);
    }
    expect(state.holders).toHaveLength(HOLDERS_MAX);
    expect(state.holders.at(-1)?.since).toBe(minute(HOLDERS_MAX + 5));
    expect(state.passes).toBe(HOLDERS_MAX + 5);
  });

  it('holds no free text', () => {
    const secret = 'Customer Miller';
    const told = [
      { type: 'add-note', text: secret },
      { type: 'post-update', impact: secret, action: secret },
      { type: 'resolve', note: secret },
      { type: 'reopen', reason: secret },
      { type: 'dismiss', reason: 'other', note: secret },
    ] as const;
    const state = told.reduce<IncidentState>(
      (before, command) => having(before, command),
      open(),
    );
    expect(JSON.stringify(state)).not.toContain(secret);
  });

  it('remembers since when the root is affected, whoever owns it', () => {
    const passed = passedOn(open(), 5);
    const moved = having(
      passed,
      { type: 'assign-entity', entityRef: ordersDb.ref },
      { routing: toOrdersDb, now: minute(9) },
    );
    expect(passed.affected).toEqual([
      { entity: paymentsApi, level: 'root', since: START },
    ]);
    expect(moved.affected).toEqual([
      { entity: ordersDb, level: 'root', since: minute(9) },
    ]);
  });

  it('stamps the first page and the first acknowledge, for good', () => {
    const taken = having(
      passedOn(having(open(), { type: 'acknowledge' }, { now: minute(2) }), 5),
      { type: 'acknowledge' },
      { now: minute(7), actor: by(omar) },
    );
    expect(taken.stamps).toMatchObject({
      notifiedAt: START,
      acknowledgedAt: minute(2),
    });
    expect(taken.lead).toEqual(omar);
  });
});

describe('replay', () => {
  it('needs the beginning', () => {
    const taken: DecidedEvent = {
      type: 'acknowledged',
      actor: by(nadia),
      at: START,
      data: { lead: nadia },
    };
    expect(() => replay('incident-1', [])).toThrow('no beginning');
    expect(() => replay('incident-1', [taken])).toThrow(
      'The timeline of incident-1 has no beginning',
    );
    expect(evolve(open(), taken).lead).toEqual(nadia);
  });
});
