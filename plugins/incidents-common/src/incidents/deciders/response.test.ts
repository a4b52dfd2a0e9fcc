import {
  by,
  DAY,
  eventsOf,
  facts,
  having,
  HOUR,
  inStatus,
  minute,
  nadia,
  omar,
  open,
  opening,
  refusalOf,
  START,
} from '../__testUtils__/stage';
import { decide } from '../decide';
import { after } from '../policy';

const major = { impact: 'high', urgency: 'high' } as const;
const hold = {
  type: 'hold',
  reason: 'vendor',
  resumeBy: after(START, 2 * HOUR),
} as const;

describe('change status', () => {
  it('stamps the mitigation at the first entry to monitoring and ends the impact', () => {
    const monitoring = having(
      inStatus('fixing'),
      { type: 'change-status', to: 'monitoring' },
      { now: minute(30) },
    );
    const back = having(
      monitoring,
      { type: 'change-status', to: 'fixing' },
      { now: minute(40) },
    );
    const again = having(
      back,
      { type: 'change-status', to: 'monitoring' },
      { now: minute(50) },
    );

    expect(monitoring.impactWindows).toEqual([{ from: START, to: minute(30) }]);
    expect(back.impactWindows).toEqual([
      { from: START, to: minute(30) },
      { from: minute(40) },
    ]);
    expect(again.stamps.mitigatedAt).toBe(minute(30));
  });

  it('ends a hold', () => {
    const held = having(inStatus('investigating'), hold);
    const [resumed, changed] = eventsOf(
      decide(held, { type: 'change-status', to: 'fixing' }, facts()),
    );
    expect(resumed).toMatchObject({
      type: 'resumed',
      data: { because: 'status' },
    });
    expect(changed).toMatchObject({ type: 'status-changed' });
  });

  it('does nothing where it is so', () => {
    expect(
      eventsOf(
        decide(
          inStatus('fixing'),
          { type: 'change-status', to: 'fixing' },
          facts(),
        ),
      ),
    ).toEqual([]);
  });
});

describe('hold', () => {
  it('says what it waits for and until when, beside the status', () => {
    expect(having(inStatus('fixing'), hold, { now: minute(5) })).toMatchObject({
      status: 'fixing',
      hold: { reason: 'vendor', since: minute(5), resumeBy: minute(120) },
    });
  });

  it('leaves the next update due: nobody waits less for news', () => {
    const fixing = inStatus('fixing');
    expect(having(fixing, hold).nextUpdateAt).toBe(fixing.nextUpdateAt);
  });

  it('can be put off without beginning anew', () => {
    const held = having(inStatus('fixing'), hold);
    const longer = having(
      held,
      { ...hold, resumeBy: after(START, DAY) },
      { now: minute(60) },
    );
    expect(longer.hold).toEqual({
      reason: 'vendor',
      since: START,
      resumeBy: after(START, DAY),
    });
    expect(eventsOf(decide(held, hold, facts({ now: minute(60) })))).toEqual(
      [],
    );
  });

  it('must end in the future', () => {
    expect(
      refusalOf(
        decide(inStatus('fixing'), { ...hold, resumeBy: START }, facts()),
      ),
    ).toMatchObject({ kind: 'input', field: 'resumeBy' });
  });

  it.each([
    ['P1', major],
    ['P2', { impact: 'high', urgency: 'medium' }],
  ] as const)('is refused to a %s while its impact goes on', (_, given) => {
    expect(
      refusalOf(decide(inStatus('fixing', given), hold, facts())),
    ).toMatchObject({ kind: 'conflict' });
  });

  it('is open to a P1 that is mitigated', () => {
    expect(having(inStatus('monitoring', major), hold).hold).toBeDefined();
  });

  it('ends when the priority is raised to where nothing may wait', () => {
    const held = having(inStatus('fixing'), hold);
    const raised = having(held, {
      type: 'prioritise',
      ...major,
      risks: [],
    });
    expect(raised.priority).toBe('P1');
    expect(raised.hold).toBeUndefined();
  });

  it('goes on when a raised incident is mitigated already', () => {
    const held = having(inStatus('monitoring'), hold);
    expect(
      having(held, { type: 'prioritise', ...major, risks: [] }).hold,
    ).toEqual(held.hold);
  });

  it('ends by hand, and by the answer of the reporter it waits for', () => {
    const report = open({ source: 'report' }, { actor: by(omar) });
    const held = having(having(report, { type: 'acknowledge' }), {
      ...hold,
      reason: 'reporter',
    });
    const note = { type: 'add-note', text: 'It is order 12' } as const;

    expect(having(held, { type: 'resume' }).hold).toBeUndefined();
    expect(having(held, note, { actor: by(omar) }).hold).toBeUndefined();
    expect(having(held, note, { actor: by(nadia) }).hold).toEqual(held.hold);
    expect(
      having(having(held, { ...hold, reason: 'vendor' }), note, {
        actor: by(omar),
      }).hold,
    ).toBeDefined();
  });

  it('is nothing to resume where there is none', () => {
    expect(
      eventsOf(decide(inStatus('fixing'), { type: 'resume' }, facts())),
    ).toEqual([]);
  });
});

describe('post update', () => {
  const update = {
    type: 'post-update',
    impact: 'Cards are refused',
    action: 'We roll back',
  } as const;

  it('counts the updates and sets the next one by the cadence', () => {
    const updated = having(
      having(inStatus('fixing', major), update, { now: minute(8) }),
      update,
      { now: minute(20) },
    );
    expect(updated).toMatchObject({ updates: 2, nextUpdateAt: minute(50) });
  });

  it('takes the promise of whoever posts it', () => {
    expect(
      having(inStatus('fixing'), { ...update, nextUpdateAt: minute(15) })
        .nextUpdateAt,
    ).toBe(minute(15));
  });

  it('refuses a promise in the past', () => {
    expect(
      refusalOf(
        decide(inStatus('fixing'), { ...update, nextUpdateAt: START }, facts()),
      ),
    ).toMatchObject({ kind: 'input', field: 'nextUpdateAt' });
  });

  it('promises nothing more after the end', () => {
    const resolved = inStatus('resolved');
    expect(having(resolved, update).nextUpdateAt).toBeUndefined();
    expect(
      refusalOf(
        decide(resolved, { ...update, nextUpdateAt: minute(15) }, facts()),
      ),
    ).toMatchObject({ kind: 'input', field: 'nextUpdateAt' });
  });

  it('keeps the words apart', () => {
    const [event] = eventsOf(
      decide(
        inStatus('fixing'),
        { ...update, workaround: 'Pay by invoice' },
        facts(),
      ),
    );
    expect(event.texts).toEqual({
      impact: 'Cards are refused',
      action: 'We roll back',
      workaround: 'Pay by invoice',
    });
    expect(JSON.stringify(event.data)).not.toContain('roll back');
  });
});

describe('resolve', () => {
  it('goes straight from triage and invents no stamps', () => {
    const resolved = having(open(), { type: 'resolve' }, { now: minute(9) });
    expect(resolved).toMatchObject({
      status: 'resolved',
      impactWindows: [{ from: START, to: minute(9) }],
    });
    expect(resolved.stamps).toEqual({
      impactStartedAt: START,
      detectedAt: START,
      declaredAt: START,
      notifiedAt: START,
      resolvedAt: minute(9),
    });
    expect(resolved.lead).toBeUndefined();
  });

  it('can have been over earlier', () => {
    const resolved = having(
      inStatus('fixing'),
      { type: 'resolve', at: minute(12) },
      { now: minute(30) },
    );
    expect(resolved).toMatchObject({
      statusSince: minute(30),
      stamps: { resolvedAt: minute(12) },
      impactWindows: [{ from: START, to: minute(12) }],
    });
  });

  it('has had no impact after it was over, whatever was said meanwhile', () => {
    const monitoring = having(
      inStatus('fixing'),
      { type: 'change-status', to: 'monitoring' },
      { now: minute(20) },
    );
    expect(
      having(
        monitoring,
        { type: 'resolve', at: minute(12) },
        { now: minute(30) },
      ).impactWindows,
    ).toEqual([{ from: START, to: minute(12) }]);
  });

  it.each([
    ['the future', minute(31)],
    ['before it began', minute(-1)],
  ])('is refused in %s', (_, at) => {
    expect(
      refusalOf(
        decide(
          inStatus('fixing'),
          { type: 'resolve', at },
          facts({ now: minute(30) }),
        ),
      ),
    ).toMatchObject({ kind: 'input', field: 'at' });
  });

  it('ends hold, next update and recovery', () => {
    const held = having(having(inStatus('fixing'), hold), { type: 'recover' });
    const resolved = having(held, { type: 'resolve' });
    expect(resolved.hold).toBeUndefined();
    expect(resolved.nextUpdateAt).toBeUndefined();
    expect(resolved.recoveredAt).toBeUndefined();
  });
});

describe('reopen', () => {
  const reopen = { type: 'reopen', reason: 'It is back' } as const;
  const asReporter = { actor: by(omar), mayRespond: false };
  const reported = having(
    open({ source: 'report' }, { actor: by(omar) }),
    { type: 'resolve' },
    { now: minute(10) },
  );

  it('goes back to its lead, with a new impact window and a new update due', () => {
    const resolved = having(
      inStatus('fixing'),
      { type: 'resolve' },
      { now: minute(10) },
    );
    const reopened = having(resolved, reopen, { now: minute(60) });
    expect(reopened).toMatchObject({
      status: 'investigating',
      lead: nadia,
      reopened: 1,
      nextUpdateAt: minute(60 + 240),
      impactWindows: [{ from: START, to: minute(10) }, { from: minute(60) }],
    });
    expect(reopened.stamps.resolvedAt).toBeUndefined();
  });

  it('waits in triage where nobody led it', () => {
    expect(having(reported, reopen, { now: minute(60) })).toMatchObject({
      status: 'triage',
      waitingSince: minute(60),
    });
  });

  it('is open to its reporter for a week from when it was resolved', () => {
    const at = (now: string) =>
      decide(reported, reopen, facts({ ...asReporter, now }));
    expect(eventsOf(at(after(minute(10), 7 * DAY)))).toHaveLength(1);
    expect(refusalOf(at(after(minute(10), 7 * DAY + 1)))).toMatchObject({
      kind: 'conflict',
    });
  });

  it('counts the week from when the end was said, not from when it was', () => {
    const saidLate = having(
      open({ source: 'report' }, { actor: by(omar) }),
      { type: 'resolve', at: minute(10) },
      { now: after(START, 9 * DAY) },
    );
    const decision = decide(
      saidLate,
      reopen,
      facts({ ...asReporter, now: after(START, 10 * DAY) }),
    );
    expect(eventsOf(decision)).toHaveLength(1);
  });

  it('is open to responders at any time', () => {
    expect(
      eventsOf(
        decide(reported, reopen, facts({ now: after(START, 90 * DAY) })),
      ),
    ).toHaveLength(1);
  });

  it('is refused to everybody else', () => {
    expect(
      refusalOf(
        decide(
          reported,
          reopen,
          facts({ actor: by(nadia), mayRespond: false }),
        ),
      ),
    ).toMatchObject({ kind: 'forbidden' });
  });

  it('never brings back what is closed', () => {
    expect(
      refusalOf(decide(inStatus('closed'), reopen, facts())),
    ).toMatchObject({ kind: 'conflict' });
  });
});

it('closes by hand, a P1 too', () => {
  expect(
    having(inStatus('resolved', major), { type: 'close' }, { now: minute(3) }),
  ).toMatchObject({ status: 'closed', stamps: { closedAt: minute(3) } });
});

it('takes notes on everything, closed or not', () => {
  const [note] = eventsOf(
    decide(
      inStatus('closed', { request: opening().request }),
      { type: 'add-note', text: 'Learned something' },
      facts(),
    ),
  );
  expect(note).toMatchObject({
    type: 'note-added',
    data: {},
    texts: { text: 'Learned something' },
  });
});
