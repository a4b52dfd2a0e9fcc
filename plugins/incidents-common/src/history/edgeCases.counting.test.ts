import {
  minute,
  MINUTE,
  open,
  ordersDb,
  paymentsApi,
  system,
  toPayments,
  toStorage,
} from '../incidents/__testUtils__/stage';
import {
  INAPPLICABLE,
  atLeast,
  record,
  recordAfter,
} from './__testUtils__/records';
import { impactDuration, timeToAcknowledge, timeToResolve } from './durations';
import { heldBy } from './heldBy';
import { affects, impactOn } from './affected';
import { falseAlarms } from './outcomes';
import { accountableFor, AT_THE_TIME } from './ownership';
import { timeInPriorities } from './phases';
import { ALL_THAT_CAME_IN, INCIDENTS, select } from './selection';

const NOW = minute(10_000);
const PAYMENTS = 'group:default/payments';
const STORAGE = 'group:default/storage';

function ids(incidents: readonly { id: string }[]): string[] {
  return incidents.map(({ id }) => id);
}

/** By the numbers of "Edge cases" in docs/history.md. */
describe('edge case of counting', () => {
  it('2: a duplicate that was merged has no times, and counts as a false alarm and nowhere else', () => {
    const merged = recordAfter(
      [
        [
          20,
          { type: 'merge', into: 'INC-2' },
          { other: open({ id: 'winner', number: 2 }) },
        ],
      ],
      { id: 'loser' },
    );
    const winner = record({ id: 'winner' });
    expect(merged.outcome).toBe('merged');
    expect(timeToResolve(merged, 'customer', NOW)).toEqual(INAPPLICABLE);
    expect(timeToAcknowledge(merged, NOW)).toEqual(INAPPLICABLE);
    expect(select([merged, winner], INCIDENTS)).toEqual({
      counted: [winner],
      leftOut: { merged: 1 },
    });
    expect(falseAlarms([merged, winner])).toEqual({
      n: 1,
      of: 2,
      dismissed: 0,
      merged: 1,
    });
  });

  it('3: a part is counted with the whole, and by itself where the whole is not in sight', () => {
    const whole = record({ id: 'whole' });
    const part = record({ id: 'part', parentId: 'whole' });
    expect(select([part, whole], INCIDENTS)).toEqual({
      counted: [whole],
      leftOut: { part: 1 },
    });
    expect(ids(select([part], INCIDENTS).counted)).toEqual(['part']);
    expect(
      ids(
        select([part, whole], { ...INCIDENTS, parts: 'by-themselves' }).counted,
      ),
    ).toEqual(['part', 'whole']);
  });

  describe('4: several services and teams', () => {
    const both = record({
      entities: [
        { ref: paymentsApi.ref, level: 'root', since: minute(0) },
        { ref: ordersDb.ref, level: 'recovered', since: minute(20) },
        {
          ref: 'component:default/shop',
          level: 'suspected',
          since: minute(1),
        },
      ],
    });

    it('each entity is affected until it recovers, and not where it was only suspected', () => {
      const on = (ref: string) => impactOn(both, new Set([ref]), NOW);
      expect(on(paymentsApi.ref)).toEqual([
        { from: minute(0), to: minute(60) },
      ]);
      expect(on(ordersDb.ref)).toEqual([{ from: minute(0), to: minute(20) }]);
      expect(on('component:default/shop')).toEqual([]);
      expect(affects(both, new Set([ordersDb.ref]))).toBe(true);
      expect(affects(both, new Set(['component:default/shop']))).toBe(false);
    });

    it('counts once for a group that it reaches through two entities', () => {
      expect(select([both, both], INCIDENTS)).toEqual({
        counted: [both],
        leftOut: { repeated: 1 },
      });
    });

    it('shows for each team the minutes that it had it, also when it went back and forth', () => {
      const pingPong = recordAfter([
        [
          10,
          { type: 'pass-on', to: STORAGE, reason: 'Not ours' },
          { routing: toStorage },
        ],
        [
          25,
          { type: 'pass-on', to: PAYMENTS, reason: 'Nor ours' },
          { routing: toPayments },
        ],
        [55, { type: 'acknowledge' }],
        [60, { type: 'resolve' }],
      ]);
      expect(heldBy(pingPong, NOW)).toEqual([
        { ownerRef: PAYMENTS, milliseconds: (10 + 35) * MINUTE, times: 2 },
        { ownerRef: STORAGE, milliseconds: 15 * MINUTE, times: 1 },
      ]);
    });
  });

  it('5: the minutes in which nobody answered for it are there, as nobody’s', () => {
    const lost = recordAfter(
      [
        [12, { type: 'route', routing: toPayments }, { actor: system }],
        [40, { type: 'resolve' }],
      ],
      { routing: { unrouted: 'no-entity', steps: [], people: [] } },
    );
    expect(heldBy(lost, NOW)).toEqual([
      { ownerRef: null, milliseconds: 12 * MINUTE, times: 1 },
      { ownerRef: PAYMENTS, milliseconds: 28 * MINUTE, times: 1 },
    ]);
    // Paged at 10:12, resolved at 10:40 by somebody who never took it.
    expect(timeToAcknowledge(lost, NOW)).toEqual(atLeast(28));
  });

  it('6: belongs to the owner at the time, or to the owner today, as one asks', () => {
    const incident = record({
      entities: [
        {
          ref: paymentsApi.ref,
          ownerRef: PAYMENTS,
          level: 'root',
          since: minute(0),
        },
      ],
      ownerRef: STORAGE,
    });
    const today = new Map([[paymentsApi.ref, 'group:default/checkout']]);
    const ownerOf = (ref: string) => today.get(ref);
    expect(accountableFor(incident, AT_THE_TIME)).toBe(PAYMENTS);
    expect(accountableFor(incident, { owner: 'now', ownerOf })).toBe(
      'group:default/checkout',
    );
  });

  it('8: an entity that is gone from the catalog leaves it with whom the incident is with', () => {
    const incident = record({ ownerRef: STORAGE });
    expect(accountableFor(incident, AT_THE_TIME)).toBe(STORAGE);
    expect(
      accountableFor(incident, { owner: 'now', ownerOf: () => undefined }),
    ).toBe(STORAGE);
  });

  it('14: is counted under the priority that it ended with, or under the highest that it had', () => {
    const lowered = recordAfter([
      [5, { type: 'acknowledge' }],
      [10, { type: 'prioritise', impact: 'high', urgency: 'high', risks: [] }],
      [40, { type: 'prioritise', impact: 'low', urgency: 'medium', risks: [] }],
      [60, { type: 'resolve' }],
    ]);
    const p1 = { ...INCIDENTS, priorities: ['P1'] as const };
    expect(lowered.priority).toBe('P4');
    expect(select([lowered], p1)).toEqual({
      counted: [],
      leftOut: { 'other-priority': 1 },
    });
    expect(
      select([lowered], { ...p1, byPriority: 'highest' }).counted,
    ).toHaveLength(1);
    expect(timeInPriorities(lowered, NOW)).toEqual({
      P1: 30 * MINUTE,
      P2: 0,
      P3: 10 * MINUTE,
      P4: 20 * MINUTE,
      P5: 0,
    });
  });

  it('16, 17: drills and tests are out, imported history is in, and either can be had otherwise', () => {
    const modes = (['real', 'drill', 'test', 'backfill'] as const).map(mode =>
      record({ id: mode, mode }),
    );
    const { counted, leftOut } = select(modes, INCIDENTS);
    expect(ids(counted)).toEqual(['real', 'backfill']);
    expect(leftOut).toEqual({ drill: 1, test: 1 });
    expect(
      ids(select(modes, { ...INCIDENTS, modes: ['real', 'drill'] }).counted),
    ).toEqual(['real', 'drill']);
  });

  it('18: a false alarm has no times, and is counted of all that came in', () => {
    const dismissed = recordAfter([
      [30, { type: 'dismiss', reason: 'false-alarm' }],
    ]);
    expect(timeToAcknowledge(dismissed, NOW)).toEqual(INAPPLICABLE);
    expect(impactDuration(dismissed, NOW)).toEqual(INAPPLICABLE);
    const all = [
      dismissed,
      record({ id: 'a' }),
      record({ id: 'b' }),
      record({ id: 'c', outcome: 'live' }),
      record({ id: 'd', mode: 'drill', outcome: 'dismissed' }),
    ];
    expect(falseAlarms(select(all, ALL_THAT_CAME_IN).counted)).toEqual({
      n: 1,
      of: 3,
      dismissed: 1,
      merged: 0,
    });
  });
});
