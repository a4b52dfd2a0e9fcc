import {
  by,
  DAY,
  eventsOf,
  facts,
  having,
  HOUR,
  inStatus,
  minute,
  nowhere,
  omar,
  open,
  opening,
  refusalOf,
  rita,
  START,
  system,
  toPayments,
  toStorage,
} from '../__testUtils__/stage';
import { decide } from '../decide';
import { after } from '../policy';
import type { IncidentState } from '../state';

describe('acknowledge', () => {
  it('makes me the lead, stamps it and begins the response', () => {
    const taken = having(
      open(),
      { type: 'acknowledge' },
      { now: minute(5), actor: by(omar) },
    );
    expect(taken).toMatchObject({
      status: 'investigating',
      statusSince: minute(5),
      lead: omar,
      stamps: { acknowledgedAt: minute(5) },
      nextUpdateAt: minute(5 + 240),
    });
  });

  it('has me follow what I lead, once', () => {
    const types = (actorFollows: boolean) =>
      eventsOf(
        decide(open(), { type: 'acknowledge' }, facts({ actorFollows })),
      ).map(({ type }) => type);

    expect(types(false)).toEqual(['acknowledged', 'followed']);
    expect(types(true)).toEqual(['acknowledged']);
  });

  it('takes the lead over from somebody else and keeps the first stamp', () => {
    const fixing = inStatus('fixing');
    const taken = having(
      fixing,
      { type: 'acknowledge' },
      { now: minute(30), actor: by(omar) },
    );
    expect(taken).toMatchObject({
      status: 'fixing',
      statusSince: START,
      lead: omar,
      stamps: { acknowledgedAt: START },
      nextUpdateAt: fixing.nextUpdateAt,
    });
  });

  it('does nothing where I lead already', () => {
    expect(
      eventsOf(decide(inStatus('fixing'), { type: 'acknowledge' }, facts())),
    ).toEqual([]);
  });

  it('ends a hold, since somebody works on it', () => {
    const held = having(inStatus('fixing'), {
      type: 'hold',
      reason: 'vendor',
      resumeBy: after(START, HOUR),
    });
    const taken = having(held, { type: 'acknowledge' }, { actor: by(omar) });
    expect(taken.hold).toBeUndefined();
  });

  it('is for people alone', () => {
    expect(
      refusalOf(
        decide(open(), { type: 'acknowledge' }, facts({ actor: system })),
      ),
    ).toMatchObject({ kind: 'forbidden' });
  });

  it('asks for no update where the priority has no cadence', () => {
    const minor = open({ impact: 'low', urgency: 'low' });
    expect(having(minor, { type: 'acknowledge' }).nextUpdateAt).toBeUndefined();
  });
});

describe('pass on', () => {
  const passOn = {
    type: 'pass-on',
    to: 'group:default/storage',
    reason: 'It is the disk',
  } as const;

  it('gives it to the other group, which has to take it', () => {
    const passed = having(inStatus('fixing'), passOn, {
      now: minute(20),
      routing: toStorage,
    });
    expect(passed).toMatchObject({
      status: 'triage',
      owner: { ref: 'group:default/storage' },
      ownerSince: minute(20),
      waitingSince: minute(20),
      told: [rita],
      passes: 1,
      entity: toPayments.entity,
    });
    expect(passed.lead).toBeUndefined();
    expect(passed.nextUpdateAt).toBeUndefined();
    expect(
      passed.holders.map(({ owner, since }) => [owner.ref, since]),
    ).toEqual([
      ['group:default/payments', START],
      ['group:default/storage', minute(20)],
    ]);
  });

  it('says nothing about the impact: what was mitigated stays so', () => {
    const monitoring = having(
      inStatus('fixing'),
      { type: 'change-status', to: 'monitoring' },
      { now: minute(10) },
    );
    const passed = having(monitoring, passOn, {
      now: minute(20),
      routing: toStorage,
    });
    const fixing = having(
      having(
        passed,
        { type: 'acknowledge' },
        { now: minute(21), actor: by(rita) },
      ),
      { type: 'change-status', to: 'fixing' },
      { now: minute(22), actor: by(rita) },
    );

    const window = { from: START, to: minute(10) };
    expect(passed.impactWindows).toEqual([window]);
    expect(fixing.impactWindows).toEqual([window]);
  });

  it('ends the hold', () => {
    const held = having(inStatus('fixing'), {
      type: 'hold',
      reason: 'vendor',
      resumeBy: after(START, HOUR),
    });
    expect(having(held, passOn, { routing: toStorage }).hold).toBeUndefined();
  });

  it('brings back what had recovered before anybody took it', () => {
    const recovered = having(open(), { type: 'recover' }, { actor: system });
    expect(
      having(recovered, passOn, { routing: toStorage }).recoveredAt,
    ).toBeUndefined();
  });

  it('gives what nobody owned an owner', () => {
    const passed = having(open({ routing: nowhere }), passOn, {
      routing: toStorage,
    });
    expect(passed.unrouted).toBeUndefined();
  });

  it('is refused to a group that the catalog does not have', () => {
    expect(refusalOf(decide(open(), passOn, facts()))).toEqual({
      kind: 'input',
      field: 'to',
      message: 'There is no group group:default/storage',
    });
  });

  it('is refused to the group that has it', () => {
    expect(
      refusalOf(
        decide(
          open(),
          { ...passOn, to: 'group:default/payments' },
          facts({ routing: toPayments }),
        ),
      ),
    ).toMatchObject({ kind: 'conflict', field: 'to' });
  });

  it('asks why from the third time on', () => {
    const twice = having(
      having(open(), passOn, { routing: toStorage }),
      { ...passOn, to: 'group:default/payments' },
      { routing: toPayments },
    );
    const third = (reason: string) =>
      decide(twice, { ...passOn, reason }, facts({ routing: toStorage }));

    expect(refusalOf(third('Not ours either'))).toMatchObject({
      kind: 'input',
      field: 'reason',
    });
    expect(
      eventsOf(third('The disk was replaced by storage on Monday'))[0],
    ).toMatchObject({ type: 'passed-on', data: { times: 3 } });
  });
});

describe('dismiss and undo', () => {
  const dismiss = { type: 'dismiss', reason: 'expected' } as const;

  it('stops the impact, the update and the hold', () => {
    const held = having(inStatus('fixing'), {
      type: 'hold',
      reason: 'vendor',
      resumeBy: after(START, 2 * DAY),
    });
    const dismissed = having(held, dismiss, { now: minute(30) });

    expect(dismissed).toMatchObject({
      status: 'dismissed',
      undoUntil: after(minute(30), DAY),
      impactWindows: [{ from: START, to: minute(30) }],
    });
    expect(dismissed.nextUpdateAt).toBeUndefined();
    expect(dismissed.hold).toBeUndefined();
  });

  it.each(['triage', 'investigating', 'fixing', 'monitoring'] as const)(
    'comes back to %s as if it had never been dismissed',
    status => {
      const before = inStatus(status);
      const undone = having(
        having(before, dismiss, { now: minute(30) }),
        { type: 'undo' },
        { now: minute(60) },
      );
      expect(undone).toEqual({
        ...before,
        statusSince: minute(60),
        waitingSince: status === 'triage' ? minute(60) : before.waitingSince,
      });
    },
  );

  it('brings a hold back', () => {
    const held = having(inStatus('fixing'), {
      type: 'hold',
      reason: 'vendor',
      resumeBy: after(START, DAY),
    });
    const undone = having(having(held, dismiss), { type: 'undo' });
    expect(undone.hold).toEqual(held.hold);
  });

  it('has the impact go on, and not begin anew', () => {
    const reopened = having(
      having(
        inStatus('investigating'),
        { type: 'resolve' },
        { now: minute(10) },
      ),
      { type: 'reopen', reason: 'It is back' },
      { now: minute(20) },
    );
    const undone = having(
      having(reopened, dismiss, { now: minute(30) }),
      { type: 'undo' },
      { now: minute(40) },
    );
    expect(undone.impactWindows).toEqual([
      { from: START, to: minute(10) },
      { from: minute(20) },
    ]);
  });

  it('gives a new time to an update that fell due meanwhile', () => {
    const dismissed = having(inStatus('fixing'), dismiss);
    const late = after(START, 5 * HOUR);
    expect(
      having(dismissed, { type: 'undo' }, { now: late }).nextUpdateAt,
    ).toBe(after(late, 4 * HOUR));
  });

  it('does not bring a recovery back, which nobody has watched since', () => {
    const recovered = having(open(), { type: 'recover' }, { actor: system });
    const undone = having(having(recovered, dismiss), { type: 'undo' });
    expect(undone.recoveredAt).toBeUndefined();
  });

  it('can be undone for a day, to the millisecond', () => {
    const dismissed = having(open(), dismiss);
    const at = (milliseconds: number) =>
      decide(
        dismissed,
        { type: 'undo' },
        facts({ now: after(START, milliseconds) }),
      );
    expect(eventsOf(at(DAY))).toHaveLength(1);
    expect(refusalOf(at(DAY + 1))).toMatchObject({ kind: 'conflict' });
  });

  it('cannot be undone once the time is marked as over', () => {
    const expired = having(
      having(open(), dismiss),
      { type: 'expire-undo' },
      { now: after(START, DAY), actor: system },
    );
    expect(expired.suspended).toBeUndefined();
    expect(refusalOf(decide(expired, { type: 'undo' }, facts()))).toMatchObject(
      { kind: 'conflict' },
    );
  });
});

describe('merge', () => {
  const merge = { type: 'merge', into: 'INC-2' } as const;
  const winner = open({ id: 'incident-2', number: 2 });
  const merging = (state: IncidentState, other?: IncidentState) =>
    decide(state, merge, facts({ other, now: minute(10) }));

  it('is written on both timelines', () => {
    const decision = merging(open(), winner);
    expect(eventsOf(decision, 'incident-1')).toEqual([
      expect.objectContaining({
        type: 'merged',
        data: {
          into: { id: 'incident-2', number: 2 },
          undoUntil: after(minute(10), DAY),
        },
      }),
    ]);
    expect(eventsOf(decision, 'incident-2')).toEqual([
      expect.objectContaining({
        type: 'absorbed',
        data: { from: { id: 'incident-1', number: 1 } },
      }),
    ]);
  });

  it('ends the impact of the loser, which is counted on the winner', () => {
    expect(
      having(open(), merge, { other: winner, now: minute(10) }).impactWindows,
    ).toEqual([{ from: START, to: minute(10) }]);
  });

  it.each(['resolved', 'closed', 'dismissed', 'merged'] as const)(
    'is refused into an incident that is %s',
    status => {
      const over = { ...inStatus(status), id: 'incident-9', number: 9 };
      expect(refusalOf(merging(open(), over))).toMatchObject({
        kind: 'conflict',
        field: 'into',
        message: expect.stringContaining(`INC-9 is ${status}`),
      });
    },
  );

  it('is refused into itself and into nothing', () => {
    expect(refusalOf(merging(open(), open()))).toMatchObject({
      kind: 'input',
      field: 'into',
    });
    expect(refusalOf(merging(open()))).toMatchObject({
      kind: 'input',
      field: 'into',
    });
  });

  it('is refused between a private and a public incident, both ways', () => {
    const secret = open({
      id: 'incident-3',
      number: 3,
      request: { ...opening().request, visibility: 'private' },
    });
    expect(refusalOf(merging(secret, winner))).toMatchObject({ field: 'into' });
    expect(refusalOf(merging(winner, secret))).toMatchObject({ field: 'into' });
  });

  it('is refused between a drill and what is real', () => {
    const drill = open({
      id: 'incident-3',
      number: 3,
      request: { ...opening().request, mode: 'drill' },
    });
    expect(refusalOf(merging(winner, drill))).toMatchObject({
      field: 'into',
      message: 'A real incident cannot be merged into a drill one',
    });
  });

  it('can be undone after the winner was resolved', () => {
    const merged = having(open(), merge, { other: winner });
    const decision = decide(
      merged,
      { type: 'undo' },
      facts({
        now: minute(20),
        other: { ...inStatus('resolved'), id: 'incident-2', number: 2 },
      }),
    );
    expect(eventsOf(decision, 'incident-1')).toMatchObject([
      { type: 'undone', data: { what: 'merged', to: 'triage' } },
    ]);
    expect(eventsOf(decision, 'incident-2')).toMatchObject([
      { type: 'released', data: { from: { id: 'incident-1', number: 1 } } },
    ]);
  });

  it('cannot be undone while the winner is itself merged', () => {
    const merged = having(open(), merge, { other: winner });
    const decision = decide(
      merged,
      { type: 'undo' },
      facts({ other: inStatus('merged') }),
    );
    expect(refusalOf(decision)).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('INC-2'),
    });
  });
});
