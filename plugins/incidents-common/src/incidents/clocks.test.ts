import {
  DAY,
  having,
  HOUR,
  inStatus,
  minute,
  nowhere,
  open,
  START,
  system,
  toOrdersDb,
  toStorage,
} from './__testUtils__/stage';
import { acknowledgeDueAt, clocksOf, type IncidentClock } from './clocks';
import { after, DEFAULT_POLICY } from './policy';
import type { IncidentState } from './state';
import type { Priority } from './vocabulary';

function running(state: IncidentState): Partial<Record<IncidentClock, string>> {
  return Object.fromEntries(
    clocksOf(state, DEFAULT_POLICY).map(({ kind, dueAt }) => [kind, dueAt]),
  );
}

const withPriority = (priority: Priority) =>
  having(open(), {
    type: 'prioritise',
    impact: 'medium',
    urgency: 'medium',
    risks: [],
    override: { priority, reason: 'For the test' },
  });

describe('the time to acknowledge', () => {
  it.each<[Priority, number, number]>([
    ['P1', 3.75, 5],
    ['P2', 11.25, 15],
    ['P3', 45, 60],
    ['P4', 18 * 60, 24 * 60],
  ])(
    'of a %s warns after %d minutes and is over after %d',
    (priority, warning, due) => {
      expect(running(withPriority(priority))).toEqual({
        'acknowledge-warning': minute(warning),
        acknowledge: minute(due),
      });
    },
  );

  it('of a P5 does not exist', () => {
    expect(running(withPriority('P5'))).toEqual({});
    expect(
      acknowledgeDueAt(withPriority('P5'), DEFAULT_POLICY),
    ).toBeUndefined();
  });

  it('ends when somebody takes it', () => {
    expect(running(inStatus('investigating')).acknowledge).toBeUndefined();
  });

  it('runs where nobody owns it, too', () => {
    expect(running(open({ routing: nowhere })).acknowledge).toBe(minute(60));
  });

  it('begins anew for another owner', () => {
    const passed = having(
      open(),
      { type: 'pass-on', to: 'group:default/storage', reason: 'The disk' },
      { routing: toStorage, now: minute(50) },
    );
    expect(running(passed).acknowledge).toBe(minute(110));
  });

  it('goes on where the owner stays', () => {
    const assigned = having(
      open({ routing: toStorage }),
      { type: 'assign-entity', entityRef: 'resource:default/orders-db' },
      { routing: toOrdersDb, now: minute(50) },
    );
    expect(running(assigned).acknowledge).toBe(minute(60));
  });

  it('stands still while it has recovered, and begins anew when it fires again', () => {
    const recovered = having(
      open(),
      { type: 'recover' },
      { actor: system, now: minute(10) },
    );
    const relapsed = having(
      recovered,
      { type: 'relapse' },
      { actor: system, now: minute(300) },
    );
    expect(running(recovered)).toEqual({ recovered: after(minute(10), DAY) });
    expect(running(relapsed).acknowledge).toBe(minute(360));
  });

  it('begins anew after an undone dismissal', () => {
    const undone = having(
      inStatus('dismissed'),
      { type: 'undo' },
      { now: minute(300) },
    );
    expect(running(undone).acknowledge).toBe(minute(360));
  });

  it('keeps its beginning when the priority changes, and says anew when it is over', () => {
    const fired = having(
      open(),
      { type: 'fire-clock', clock: 'acknowledge', dueAt: minute(60) },
      { actor: system, now: minute(60) },
    );
    expect(running(fired).acknowledge).toBeUndefined();
    const raised = having(
      fired,
      { type: 'prioritise', impact: 'high', urgency: 'high', risks: [] },
      { now: minute(61) },
    );
    expect(running(raised).acknowledge).toBe(minute(5));
  });
});

describe('the next update', () => {
  it('warns the lead five minutes before', () => {
    expect(running(inStatus('fixing'))).toEqual({
      'update-warning': minute(235),
      update: minute(240),
    });
  });

  it('is due while on hold as well', () => {
    const held = having(inStatus('fixing'), {
      type: 'hold',
      reason: 'vendor',
      resumeBy: after(START, DAY),
    });
    expect(running(held)).toEqual({
      'update-warning': minute(235),
      update: minute(240),
      resume: after(START, DAY),
    });
  });

  it('is written down as overdue once', () => {
    const overdue = having(
      inStatus('fixing'),
      { type: 'fire-clock', clock: 'update', dueAt: minute(240) },
      { actor: system, now: minute(240) },
    );
    expect(running(overdue).update).toBeUndefined();
    expect(overdue.nextUpdateAt).toBe(minute(240));
  });

  it.each(['resolved', 'closed', 'dismissed', 'merged'] as const)(
    'is due no more when it is %s',
    status => {
      const { update } = running(inStatus(status));
      expect(update).toBeUndefined();
    },
  );
});

describe('the watch', () => {
  it('runs while it is monitored and nothing was proposed', () => {
    const monitoring = inStatus('monitoring');
    const proposed = having(
      monitoring,
      { type: 'fire-clock', clock: 'watch', dueAt: minute(30) },
      { actor: system, now: minute(30) },
    );
    expect(running(monitoring).watch).toBe(minute(30));
    expect(running(proposed).watch).toBeUndefined();
  });

  it('begins anew at the next entry to monitoring', () => {
    const again = having(
      having(
        having(
          inStatus('monitoring'),
          { type: 'fire-clock', clock: 'watch', dueAt: minute(30) },
          { actor: system, now: minute(30) },
        ),
        { type: 'change-status', to: 'fixing' },
        { now: minute(40) },
      ),
      { type: 'change-status', to: 'monitoring' },
      { now: minute(50) },
    );
    expect(running(again).watch).toBe(minute(80));
  });
});

describe('after the end', () => {
  it('closes a P3 after three days and leaves a P1 to people', () => {
    expect(running(inStatus('resolved'))).toEqual({
      close: after(START, 3 * DAY),
    });
    expect(
      running(inStatus('resolved', { impact: 'high', urgency: 'high' })),
    ).toEqual({});
  });

  it.each(['dismissed', 'merged'] as const)(
    'leaves a day to undo that it is %s',
    status => {
      const ended = inStatus(status);
      expect(running(ended)).toEqual({ undo: after(START, DAY) });
      expect(
        running(
          having(
            ended,
            { type: 'expire-undo' },
            { actor: system, now: after(START, DAY) },
          ),
        ),
      ).toEqual({});
    },
  );

  it('has nothing run on what is closed', () => {
    expect(running(inStatus('closed'))).toEqual({});
  });
});

it('runs no clocks on what was imported', () => {
  expect(running({ ...open(), mode: 'backfill' })).toEqual({});
});

it('keeps to the times that an organisation sets', () => {
  const policy = {
    ...DEFAULT_POLICY,
    acknowledgeWithin: { P3: HOUR / 2 },
    acknowledgeWarningShare: 0.5,
  };
  expect(clocksOf(open(), policy)).toEqual([
    { kind: 'acknowledge-warning', dueAt: minute(15) },
    { kind: 'acknowledge', dueAt: minute(30) },
  ]);
});
