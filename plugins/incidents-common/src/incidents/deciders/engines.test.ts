import {
  DAY,
  eventsOf,
  facts,
  having,
  HOUR,
  inStatus,
  minute,
  nowhere,
  open,
  ordersDb,
  paymentsApi,
  START,
  system,
  toOrdersDb,
  toPayments,
  toStorage,
} from '../__testUtils__/stage';
import { clocksOf } from '../clocks';
import type { SystemCommand } from '../commands';
import { decide } from '../decide';
import { after, DEFAULT_POLICY } from '../policy';
import type { IncidentState } from '../state';
import { isLive, STATUSES } from '../vocabulary';

function eventsAfter(
  state: IncidentState,
  command: SystemCommand,
  now = minute(30),
) {
  return eventsOf(decide(state, command, facts({ actor: system, now })));
}

describe('routing anew', () => {
  const catalogDown = open({
    routing: { ...nowhere, unrouted: 'catalog-unavailable' },
  });

  it('finds the owner once the catalog answers', () => {
    const routed = having(
      catalogDown,
      { type: 'route', routing: toPayments },
      { actor: system, now: minute(5) },
    );
    expect(routed).toMatchObject({
      entity: paymentsApi,
      owner: { ref: 'group:default/payments' },
      waitingSince: minute(5),
      stamps: { notifiedAt: minute(5) },
    });
    expect(routed.unrouted).toBeUndefined();
  });

  it('writes nothing where it leads to the same', () => {
    expect(eventsAfter(open(), { type: 'route', routing: toPayments })).toEqual(
      [],
    );
  });

  it('follows the entity to its new owner', () => {
    const routed = having(
      open(),
      { type: 'route', routing: { ...toStorage, entity: paymentsApi } },
      { actor: system, now: minute(5) },
    );
    expect(routed.owner?.ref).toBe('group:default/storage');
  });

  it('keeps what the entity was when the catalog has lost it', () => {
    const routed = having(
      open(),
      { type: 'route', routing: toStorage },
      { actor: system },
    );
    expect(routed.entity).toEqual(paymentsApi);
  });

  it('leaves the entity that a person assigned meanwhile', () => {
    const assigned = having(
      catalogDown,
      { type: 'assign-entity', entityRef: ordersDb.ref },
      { routing: toOrdersDb },
    );
    expect(
      eventsAfter(assigned, { type: 'route', routing: toPayments }),
    ).toEqual([]);
  });

  it('leaves the group that people passed it on to', () => {
    const passed = having(
      open(),
      { type: 'pass-on', to: 'group:default/storage', reason: 'The disk' },
      { routing: toStorage },
    );
    expect(eventsAfter(passed, { type: 'route', routing: toPayments })).toEqual(
      [],
    );
  });
});

describe('alerts', () => {
  it('raise what nobody has judged, and never lower it', () => {
    const worse = { type: 'raise', impact: 'high', urgency: 'high' } as const;
    expect(
      having(open(), worse, { actor: system, now: minute(1) }),
    ).toMatchObject({ priority: 'P1', impact: 'high' });
    expect(
      eventsAfter(open(), { type: 'raise', impact: 'low', urgency: 'high' }),
    ).toEqual([]);
  });

  it('leave what a person has judged, or works on', () => {
    const worse = { type: 'raise', impact: 'high', urgency: 'high' } as const;
    const judged = having(open(), {
      type: 'prioritise',
      impact: 'low',
      urgency: 'low',
      risks: [],
    });
    expect(eventsAfter(judged, worse)).toEqual([]);
    expect(eventsAfter(inStatus('investigating'), worse)).toEqual([]);
  });

  it('recover and relapse, once each', () => {
    const recovered = having(
      open(),
      { type: 'recover' },
      { actor: system, now: minute(7) },
    );
    const relapsed = having(
      recovered,
      { type: 'relapse' },
      { actor: system, now: minute(9) },
    );
    expect(recovered.recoveredAt).toBe(minute(7));
    expect(eventsAfter(recovered, { type: 'recover' })).toEqual([]);
    expect(relapsed.recoveredAt).toBeUndefined();
    expect(relapsed.waitingSince).toBe(minute(9));
    expect(eventsAfter(relapsed, { type: 'relapse' })).toEqual([]);
  });
});

describe('what recovered by itself', () => {
  const recovered = having(
    open(),
    { type: 'recover' },
    { actor: system, now: minute(7) },
  );

  it('is resolved as of when it recovered, and can be told apart', () => {
    const resolved = having(
      recovered,
      { type: 'resolve-recovered' },
      { actor: system, now: after(minute(7), DAY) },
    );
    expect(resolved).toMatchObject({
      status: 'resolved',
      recoveredAt: minute(7),
      stamps: { resolvedAt: minute(7) },
      impactWindows: [{ from: START, to: minute(7) }],
    });
    expect(resolved.stamps.acknowledgedAt).toBeUndefined();
  });

  it('is left to whoever took it', () => {
    const taken = having(recovered, { type: 'acknowledge' });
    expect(eventsAfter(taken, { type: 'resolve-recovered' })).toEqual([]);
  });
});

describe('clocks', () => {
  const fire = {
    type: 'fire-clock',
    clock: 'acknowledge',
    dueAt: minute(60),
  } as const;

  it('write down that they fired, once', () => {
    const [fired] = eventsAfter(open(), fire, minute(60));
    expect(fired).toMatchObject({
      type: 'clock-fired',
      data: { clock: 'acknowledge', dueAt: minute(60) },
    });
    const breached = having(open(), fire, { actor: system });
    expect(eventsAfter(breached, fire, minute(61))).toEqual([]);
  });

  it('say nothing when they were stopped just before', () => {
    expect(eventsAfter(inStatus('investigating'), fire, minute(60))).toEqual(
      [],
    );
  });

  it('propose the resolve after the watch', () => {
    const watched = having(
      inStatus('monitoring'),
      { type: 'fire-clock', clock: 'watch', dueAt: minute(30) },
      { actor: system, now: minute(30) },
    );
    expect(watched.resolveProposedAt).toBe(minute(30));
  });

  it('resume a hold when its time has come', () => {
    const held = having(inStatus('fixing'), {
      type: 'hold',
      reason: 'change',
      resumeBy: after(START, HOUR),
    });
    expect(eventsAfter(held, { type: 'resume-due' }, minute(59))).toEqual([]);
    expect(eventsAfter(held, { type: 'resume-due' }, minute(60))).toMatchObject(
      [{ type: 'resumed', data: { because: 'due' } }],
    );
  });

  it('close a resolved P3, never a P1', () => {
    expect(
      eventsAfter(inStatus('resolved'), { type: 'close-quiet' }),
    ).toMatchObject([{ type: 'closed', data: { because: 'quiet' } }]);
    expect(
      eventsAfter(inStatus('resolved', { impact: 'high', urgency: 'high' }), {
        type: 'close-quiet',
      }),
    ).toEqual([]);
  });

  it('end the time to undo, not before it is over', () => {
    const dismissed = inStatus('dismissed');
    const before = after(START, DAY - 1);
    expect(eventsAfter(dismissed, { type: 'expire-undo' }, before)).toEqual([]);
    expect(
      eventsAfter(dismissed, { type: 'expire-undo' }, after(START, DAY)),
    ).toMatchObject([{ type: 'undo-expired' }]);
  });
});

describe('on an incident that is over', () => {
  const over = STATUSES.filter(status => !isLive(status));

  it.each(over)('nothing routes, raises or recovers it (%s)', status => {
    const state = inStatus(status);
    const commands: SystemCommand[] = [
      { type: 'route', routing: { ...toStorage, entity: paymentsApi } },
      { type: 'raise', impact: 'high', urgency: 'high' },
      { type: 'recover' },
      { type: 'relapse' },
      { type: 'resolve-recovered' },
      { type: 'resume-due' },
      { type: 'fire-clock', clock: 'update', dueAt: START },
    ];
    expect(commands.flatMap(command => eventsAfter(state, command))).toEqual(
      [],
    );
    expect(
      clocksOf(state, DEFAULT_POLICY).filter(
        ({ kind }) => kind !== 'close' && kind !== 'undo',
      ),
    ).toEqual([]);
  });
});
