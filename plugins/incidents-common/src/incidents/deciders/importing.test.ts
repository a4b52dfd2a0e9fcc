import { recordOf } from '../../history';
import {
  by,
  eventsOf,
  nadia,
  ordersDb,
  paymentsApi,
  refusalOf,
} from '../__testUtils__/stage';
import { clocksOf } from '../clocks';
import { replay } from '../evolve';
import { impactOutOfOrder } from '../impact';
import { noticesOf } from '../notices';
import type { Past, PastMoment } from '../past';
import { DEFAULT_POLICY } from '../policy';
import type { IncidentState } from '../state';
import { decideImport } from './importing';

const NOW = '2026-11-26T10:00:00.000Z';
const clerk = { type: 'system', name: 'Clerk 7' } as const;
const payments = { ref: 'group:default/payments', title: 'Payments' };
const storage = { ref: 'group:default/storage', title: 'Storage' };

/** An hour of 1 March 2016. */
const h = (hour: number) => new Date(Date.UTC(2016, 2, 1, hour)).toISOString();

function moment(
  hour: number,
  status: PastMoment['status'],
  more: Partial<PastMoment> = {},
): PastMoment {
  return {
    at: h(hour),
    actor: clerk,
    status,
    impact: 'medium',
    urgency: 'medium',
    priority: 'P3',
    owner: payments,
    ...more,
  };
}

function past(moments: PastMoment[], more: Partial<Past> = {}): Past {
  return {
    origin: { system: 'ServiceNow', id: 'INC0000045' },
    title: 'Cards are refused',
    declaredAt: h(0),
    moments,
    ...more,
  };
}

const decided = (given: Past) =>
  decideImport(
    { type: 'import', id: 'incident-1', number: 1, past: given },
    { now: NOW },
  );
const factsOf = (given: Past) => eventsOf(decided(given), 'incident-1');
const imported = (given: Past): IncidentState =>
  replay('incident-1', factsOf(given));
/** The facts beside declaration and place, in a few words. */
const told = (given: Past) =>
  factsOf(given)
    .slice(2)
    .map(({ type, at }) => `${type} ${new Date(at).getUTCHours()}`);

describe('importing a past', () => {
  it('keeps its times and states, as a past that nobody works on', () => {
    const state = imported(
      past(
        [
          moment(0, 'triage'),
          moment(1, 'investigating', { lead: nadia, actor: by(nadia) }),
          moment(2, 'monitoring', { lead: nadia }),
          moment(3, 'resolved', { lead: nadia }),
          moment(9, 'closed', { lead: nadia }),
        ],
        { detectedAt: h(0), impactStartedAt: '2016-02-29T23:00:00.000Z' },
      ),
    );

    expect(state).toMatchObject({
      title: 'Cards are refused',
      mode: 'backfill',
      visibility: 'public',
      source: 'import',
      origin: { system: 'ServiceNow', id: 'INC0000045' },
      status: 'closed',
      statusSince: h(9),
      priority: 'P3',
      owner: payments,
      lead: nadia,
      impactEstimated: false,
      impactWindows: [{ from: '2016-02-29T23:00:00.000Z', to: h(2) }],
    });
    expect(state.stamps).toEqual({
      impactStartedAt: '2016-02-29T23:00:00.000Z',
      detectedAt: h(0),
      declaredAt: h(0),
      acknowledgedAt: h(1),
      mitigatedAt: h(2),
      resolvedAt: h(3),
      closedAt: h(9),
    });
  });

  it('starts no clock and tells nobody, however far it has come', () => {
    const events = factsOf(past([moment(0, 'triage', { priority: 'P1' })]));
    const state = replay('incident-1', events);

    expect(clocksOf(state, DEFAULT_POLICY)).toEqual([]);
    expect(events.flatMap(event => noticesOf(state, event))).toEqual([]);
    expect(state.stamps.notifiedAt).toBeUndefined();
  });

  it('takes whatever way through the statuses, also those that the table refuses', () => {
    const given = past([
      moment(0, 'triage'),
      moment(1, 'resolved'),
      moment(2, 'investigating'),
      moment(3, 'triage'),
      moment(4, 'dismissed'),
      moment(5, 'fixing'),
      moment(6, 'closed'),
      moment(7, 'monitoring'),
      moment(8, 'closed'),
      moment(9, 'resolved'),
    ]);

    expect(told(given)).toEqual([
      'resolved 1',
      'reopened 2',
      'status-changed 3',
      'dismissed 4',
      'undone 5',
      'resolved 6',
      'closed 6',
      'reopened 7',
      'resolved 8',
      'closed 8',
      'reopened 9',
      'resolved 9',
    ]);
    expect(imported(given)).toMatchObject({ status: 'resolved', reopened: 3 });
    expect(imported(given).stamps.closedAt).toBeUndefined();
    expect(recordOf('incident-1', factsOf(given)).course.statuses).toEqual(
      given.moments.map(({ status, at }) => ({ status, since: at })),
    );
  });

  it('takes the place that the log gives, from one team to the other', () => {
    const given = past([
      moment(0, 'investigating', { entity: paymentsApi }),
      moment(1, 'investigating', { entity: paymentsApi, owner: storage }),
      moment(2, 'investigating', { entity: ordersDb, owner: undefined }),
    ]);

    expect(imported(given)).toMatchObject({
      status: 'investigating',
      entity: ordersDb,
      unrouted: 'no-owner',
      holders: [
        { owner: payments, since: h(0) },
        { owner: storage, since: h(1) },
      ],
      routing: [{ step: 'imported', system: 'ServiceNow' }],
    });
  });

  it('holds and goes on as the log did, and says by when as far as it tells', () => {
    const given = past([
      moment(0, 'triage', { hold: 'reporter' }),
      moment(2, 'investigating', { hold: 'problem' }),
      moment(3, 'investigating', { hold: 'vendor' }),
      moment(5, 'investigating'),
      moment(6, 'investigating', { hold: 'vendor' }),
      moment(8, 'resolved'),
    ]);

    expect(told(given)).toEqual([
      'held 0',
      'held 2',
      'status-changed 2',
      'held 3',
      'resumed 5',
      'held 6',
      'resolved 8',
    ]);
    expect(
      factsOf(given).flatMap(({ type, data }) =>
        type === 'held' ? [data] : [],
      ),
    ).toEqual([
      { reason: 'reporter', resumeBy: h(2) },
      { reason: 'problem', resumeBy: h(3) },
      { reason: 'vendor', resumeBy: h(5) },
      { reason: 'vendor', resumeBy: h(8) },
    ]);
    expect(imported(given).hold).toBeUndefined();
  });

  it('takes a priority that impact and urgency do not make, with the reason', () => {
    const given = past([moment(0, 'triage', { priority: 'P1' })]);

    expect(factsOf(given)[2]).toMatchObject({
      type: 'prioritised',
      data: { override: 'P1', from: 'P3', to: 'P1' },
      texts: { reason: 'As it was in ServiceNow' },
    });
    expect(imported(given).priority).toBe('P1');
  });

  it('keeps a note of whoever changed nothing that is kept here', () => {
    const given = past([
      moment(0, 'triage'),
      moment(1, 'triage'),
      moment(2, 'triage', { note: 'category: a → b' }),
    ]);

    expect(factsOf(given).slice(2)).toMatchObject([
      { at: h(1), texts: { text: 'Changed nothing that is kept here' } },
      { at: h(2), texts: { text: 'category: a → b' } },
    ]);
  });

  it('declares what the last entry up to the declaration says, and keeps the earlier ones as notes', () => {
    const given = past(
      [
        moment(1, 'triage', { note: 'first' }),
        moment(2, 'investigating', { note: 'second' }),
        moment(4, 'resolved'),
      ],
      { declaredAt: h(3) },
    );

    expect(imported(given)).toMatchObject({
      stamps: { declaredAt: h(3), impactStartedAt: h(3), resolvedAt: h(4) },
    });
    expect(factsOf(given)[0]).toMatchObject({
      at: h(3),
      data: { status: 'investigating' },
    });
    expect(told(given)).toEqual(['note-added 1', 'note-added 2', 'resolved 4']);
  });

  it.each([
    ['says it was all well later than it was called resolved', h(3), h(3)],
    ['has no such time', null, undefined],
    ['keeps no such time, so the log tells', undefined, h(2)],
  ])('is resolved when the system %s', (_why, kept, expected) => {
    const state = imported(
      past([moment(0, 'triage'), moment(2, 'resolved'), moment(9, 'closed')], {
        resolvedAt: kept,
      }),
    );

    expect(state.stamps.resolvedAt).toBe(expected);
    expect(state.impactWindows).toEqual([{ from: h(0), to: kept ?? h(2) }]);
    expect(state.status).toBe('closed');
  });

  it('takes the time that is kept for the last resolve, and the log for those before', () => {
    const state = imported(
      past(
        [
          moment(0, 'investigating'),
          moment(2, 'resolved'),
          moment(3, 'investigating'),
          moment(4, 'resolved'),
          moment(9, 'closed'),
        ],
        { resolvedAt: h(5) },
      ),
    );

    expect(state.impactWindows).toEqual([
      { from: h(0), to: h(2) },
      { from: h(3), to: h(5) },
    ]);
    expect(state.stamps.resolvedAt).toBe(h(5));
  });

  it('is over from the first where nobody knows since when', () => {
    const given = past([moment(1, 'resolved'), moment(9, 'closed')], {
      resolvedAt: null,
    });

    expect(told(given)).toEqual(['closed 9']);
    expect(recordOf('incident-1', factsOf(given)).course.statuses).toEqual([
      { status: 'resolved', since: h(0) },
      { status: 'closed', since: h(9) },
    ]);
    expect(impactOutOfOrder(imported(given).impactWindows)).toBeUndefined();
  });

  it('cannot be undone where it was dismissed', () => {
    const state = imported(
      past([
        moment(0, 'triage'),
        moment(1, 'dismissed', { dismissedAs: 'expected' }),
      ]),
    );

    expect(state.status).toBe('dismissed');
    expect(state.undoUntil).toBeUndefined();
  });

  it.each<[string, string, Partial<Past>, PastMoment[]]>([
    [
      'an impact that starts after something else',
      'impactStartedAt',
      { impactStartedAt: h(1) },
      [moment(0, 'triage')],
    ],
    [
      'a resolve before the declaration',
      'resolvedAt',
      { resolvedAt: '2016-02-29T23:00:00.000Z' },
      [moment(0, 'triage'), moment(2, 'resolved')],
    ],
    [
      'a resolve after the end',
      'resolvedAt',
      { resolvedAt: h(10) },
      [moment(0, 'triage'), moment(2, 'resolved'), moment(9, 'closed')],
    ],
    [
      'a last resolve before the reopening',
      'resolvedAt',
      { resolvedAt: h(1) },
      [
        moment(0, 'triage'),
        moment(1, 'resolved'),
        moment(2, 'triage'),
        moment(3, 'resolved'),
      ],
    ],
    [
      'what is yet to come',
      'changedAt',
      {},
      [
        moment(0, 'triage'),
        { ...moment(0, 'closed'), at: '2026-11-27T00:00:00.000Z' },
      ],
    ],
    [
      'a declaration that is yet to come',
      'declaredAt',
      { declaredAt: '2026-11-27T00:00:00.000Z' },
      [moment(0, 'triage')],
    ],
  ])('refuses %s, by its field', (_what, field, more, moments) => {
    expect(refusalOf(decided(past(moments, more)))).toMatchObject({
      kind: 'input',
      field,
    });
  });
});
