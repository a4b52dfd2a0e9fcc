import {
  HOUR,
  MINUTE,
  minute,
  ordersDb,
  paymentsApi,
} from '../incidents/__testUtils__/stage';
import { DEFAULT_POLICY } from '../incidents/policy';
import { record } from './__testUtils__/records';
import { insightsOf } from './insightsOf';
import type { IncidentRecord } from './record';
import { INCIDENTS } from './selection';

const PAYMENTS = 'group:default/payments';
const STORAGE = 'group:default/storage';

/** An hour on the payments API, which Payments held for ten minutes, Storage for twenty, and Payments again. */
const passedTwice = record({
  id: 'passed-twice',
  entities: [
    {
      ref: paymentsApi.ref,
      ownerRef: PAYMENTS,
      level: 'root',
      since: minute(0),
    },
    { ref: ordersDb.ref, level: 'suspected', since: minute(0) },
  ],
  course: {
    statuses: [
      { status: 'triage', since: minute(0) },
      { status: 'fixing', since: minute(40) },
      { status: 'resolved', since: minute(60) },
    ],
    owners: [
      { ownerRef: PAYMENTS, since: minute(0) },
      { ownerRef: STORAGE, since: minute(10) },
      { ownerRef: PAYMENTS, since: minute(30) },
    ],
    updates: [{ dueAt: minute(50), postedAt: minute(51) }],
  },
});

/** Half an hour on the orders database, over that of before, while nobody answered for it. */
const nobodys = record({
  id: 'nobodys',
  priority: 'P3',
  entities: [
    { ref: ordersDb.ref, level: 'root', since: minute(40) },
    { ref: paymentsApi.ref, level: 'confirmed', since: minute(40) },
  ],
  stamps: {
    impactStartedAt: minute(40),
    detectedAt: minute(40),
    declaredAt: minute(40),
    resolvedAt: minute(70),
  },
  impactWindows: [{ from: minute(40), to: minute(70) }],
  course: {
    statuses: [
      { status: 'triage', since: minute(40) },
      { status: 'resolved', since: minute(70) },
    ],
    owners: [{ ownerRef: null, since: minute(40) }],
  },
});

const dismissed = record({ id: 'dismissed', outcome: 'dismissed' });

function insights(incidents: readonly IncidentRecord[]) {
  return insightsOf({
    incidents,
    unrecorded: 1,
    period: { from: minute(0), to: minute(100) },
    now: minute(100),
    zone: 'UTC',
    selection: INCIDENTS,
    policy: DEFAULT_POLICY,
  });
}

describe('insights', () => {
  it('say where the time went, of what is counted', () => {
    expect(insights([passedTwice, nobodys, dismissed])).toMatchObject({
      counted: 2,
      leftOut: { dismissed: 1, unrecorded: 1 },
      phases: {
        waiting: (40 + 30) * MINUTE,
        investigating: 0,
        fixing: 20 * MINUTE,
        monitoring: 0,
      },
      promises: { updates: { n: 0, of: 1 } },
    });
  });

  it('show who had it for how long, and that it went back and forth', () => {
    const { teams } = insights([passedTwice, nobodys]);
    const told = teams.map(
      ({ owner, incidents, heldMs, times, handedOn, resolve }) => [
        owner,
        incidents,
        heldMs / MINUTE,
        times,
        handedOn,
        resolve.n,
      ],
    );
    expect(told).toEqual([
      [PAYMENTS, 1, 40, 2, 1, 1],
      [null, 1, 30, 1, 0, 1],
      // It was never accountable: nothing is said of how it responded.
      [STORAGE, 1, 20, 1, 1, 0],
    ]);
  });

  it('show each service with what affected it, whatever overlaps once', () => {
    const healed = record({
      id: 'healed',
      outcome: 'recovered',
      impactWindows: [{ from: minute(80), to: minute(85) }],
    });
    const { services } = insights([passedTwice, nobodys, healed]);
    expect(services).toMatchObject([
      {
        entity: paymentsApi.ref,
        incidents: 2,
        impactMs: 75 * MINUTE,
        resolve: { n: 2, p50: { ended: 45 * MINUTE } },
      },
      { entity: ordersDb.ref, incidents: 1, impactMs: HOUR / 2 },
    ]);
  });
});
