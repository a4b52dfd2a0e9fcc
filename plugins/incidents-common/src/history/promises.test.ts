import { minute } from '../incidents/__testUtils__/stage';
import { DEFAULT_POLICY } from '../incidents/policy';
import { record, recordAfter } from './__testUtils__/records';
import { acknowledgedInTime, updatesOnTime } from './promises';
import type { UpdatePromise, Wait } from './record';

/** A P1 must be acknowledged within five minutes. */
function acknowledged(waits: Wait[], now = minute(1_000)) {
  return acknowledgedInTime(
    [record({ course: { waits } }).course],
    DEFAULT_POLICY,
    now,
  );
}

function onTime(updates: UpdatePromise[], now = minute(1_000)) {
  return updatesOnTime([record({ course: { updates } }).course], now);
}

describe('updates on time', () => {
  it('are those that came before they were due, of those that were', () => {
    expect(
      onTime([
        { dueAt: minute(10), postedAt: minute(9) },
        { dueAt: minute(40), postedAt: minute(40) },
        { dueAt: minute(70), postedAt: minute(71) },
      ]),
    ).toEqual({ n: 2, of: 3 });
  });

  it('leave out what was not needed any more, unless it was late by then', () => {
    expect(
      onTime([
        { dueAt: minute(10), droppedAt: minute(8) },
        { dueAt: minute(20), droppedAt: minute(30) },
      ]),
    ).toEqual({ n: 0, of: 1 });
  });

  it('leave out what is not due yet, and count what is overdue', () => {
    const waiting = [{ dueAt: minute(10) }];
    expect(onTime(waiting, minute(9))).toEqual({ n: 0, of: 0 });
    expect(onTime(waiting, minute(11))).toEqual({ n: 0, of: 1 });
  });

  it('are told from the timeline: a promise kept, one broken, one set anew', () => {
    const { course } = recordAfter([
      // A P3 has four hours for its first update.
      [0, { type: 'acknowledge' }],
      [
        230,
        {
          type: 'post-update',
          impact: 'Some',
          action: 'Looking',
          nextUpdateAt: minute(250),
        },
      ],
      [
        260,
        {
          type: 'post-update',
          impact: 'Some',
          action: 'Looking',
          nextUpdateAt: minute(500),
        },
      ],
      [300, { type: 'prioritise', impact: 'high', urgency: 'high', risks: [] }],
      [
        305,
        {
          type: 'post-update',
          impact: 'All',
          action: 'Looking',
          nextUpdateAt: minute(400),
        },
      ],
      [310, { type: 'resolve' }],
    ]);
    expect(updatesOnTime([course], minute(1_000))).toEqual({ n: 2, of: 3 });
  });
});

describe('what was acknowledged in time', () => {
  it('was answered before the clock ran out, of what had one', () => {
    expect(
      acknowledged([
        { since: minute(0), until: minute(5), ended: 'answered' },
        { since: minute(10), until: minute(16), ended: 'answered' },
      ]),
    ).toEqual({ n: 1, of: 2 });
  });

  it('is neither kept nor broken where it was passed on or healed before', () => {
    expect(
      acknowledged([{ since: minute(0), until: minute(4), ended: 'lapsed' }]),
    ).toEqual({ n: 0, of: 0 });
    expect(
      acknowledged([{ since: minute(0), until: minute(6), ended: 'lapsed' }]),
    ).toEqual({ n: 0, of: 1 });
  });

  it('waits while it is in time, and is broken when it is not', () => {
    expect(acknowledged([{ since: minute(0) }], minute(5))).toEqual({
      n: 0,
      of: 0,
    });
    expect(acknowledged([{ since: minute(0) }], minute(6))).toEqual({
      n: 0,
      of: 1,
    });
  });

  it('stays broken where that was written down, whatever the policy says today', () => {
    const breached: Wait = {
      since: minute(0),
      until: minute(8),
      ended: 'answered',
      breachedAt: minute(5),
    };
    expect(
      acknowledgedInTime(
        [record({ course: { waits: [breached] } }).course],
        { acknowledgeWithin: {} },
        minute(1_000),
      ),
    ).toEqual({ n: 0, of: 1 });
  });

  it('goes by the priority that it had then', () => {
    const { course } = recordAfter([
      // A P3 has an hour; a P1 five minutes.
      [20, { type: 'acknowledge' }],
      [30, { type: 'prioritise', impact: 'high', urgency: 'high', risks: [] }],
    ]);
    expect(acknowledgedInTime([course], DEFAULT_POLICY, minute(1_000))).toEqual(
      { n: 1, of: 1 },
    );
  });

  it('does not count what has no such time, as a P5', () => {
    const { course } = recordAfter([[20, { type: 'acknowledge' }]], {
      impact: 'low',
      urgency: 'low',
    });
    expect(acknowledgedInTime([course], DEFAULT_POLICY, minute(1_000))).toEqual(
      { n: 0, of: 0 },
    );
  });
});
