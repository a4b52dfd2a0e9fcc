import {
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
  refusalOf,
  START,
  system,
  toOrdersDb,
  toPayments,
} from '../__testUtils__/stage';
import type { UserCommand } from '../commands';
import { decide } from '../decide';
import { AFFECTED_MAX } from '../limits';
import { after } from '../policy';
import type { IncidentState } from '../state';

describe('prioritise', () => {
  const prioritise: Extract<UserCommand, { type: 'prioritise' }> = {
    type: 'prioritise',
    impact: 'high',
    urgency: 'high',
    risks: [],
  };

  it('derives the priority and keeps the one before', () => {
    const [event] = eventsOf(
      decide(open(), { ...prioritise, risks: ['security'] }, facts()),
    );
    expect(event).toMatchObject({
      type: 'prioritised',
      data: { from: 'P3', to: 'P1', because: 'person', risks: ['security'] },
    });
  });

  it('lets a person override the matrix, with a reason kept apart', () => {
    const command: typeof prioritise = {
      ...prioritise,
      override: { priority: 'P4', reason: 'Only the test shop' },
    };
    const [event] = eventsOf(decide(open(), command, facts()));
    expect(event.texts).toEqual({ reason: 'Only the test shop' });
    expect(having(open(), command)).toMatchObject({
      priority: 'P4',
      override: 'P4',
    });
    expect(
      having(having(open(), command), prioritise).override,
    ).toBeUndefined();
  });

  it('does nothing where all of it is so, in whatever order', () => {
    const risky = having(open(), {
      ...prioritise,
      risks: ['security', 'data-loss'],
    });
    expect(
      eventsOf(
        decide(
          risky,
          { ...prioritise, risks: ['data-loss', 'security', 'data-loss'] },
          facts(),
        ),
      ),
    ).toEqual([]);
  });

  it('brings the next update forward when it is raised', () => {
    expect(
      having(inStatus('fixing'), prioritise, { now: minute(5) }).nextUpdateAt,
    ).toBe(minute(15));
  });

  it('leaves a next update that is earlier', () => {
    const promised = having(inStatus('fixing'), {
      type: 'post-update',
      impact: 'Cards are refused',
      action: 'We roll back',
      nextUpdateAt: minute(6),
    });
    expect(having(promised, prioritise, { now: minute(5) }).nextUpdateAt).toBe(
      minute(6),
    );
  });

  it('asks for an update where none was due, once somebody works on it', () => {
    const minor = { impact: 'low', urgency: 'low' } as const;
    expect(inStatus('fixing', minor).nextUpdateAt).toBeUndefined();
    expect(having(inStatus('fixing', minor), prioritise).nextUpdateAt).toBe(
      minute(10),
    );
    expect(having(open(minor), prioritise).nextUpdateAt).toBeUndefined();
    expect(
      having(inStatus('resolved', minor), prioritise).nextUpdateAt,
    ).toBeUndefined();
  });

  it('leaves the next update when it is lowered', () => {
    const fixing = inStatus('fixing');
    expect(
      having(fixing, { ...prioritise, impact: 'low', urgency: 'low' })
        .nextUpdateAt,
    ).toBe(fixing.nextUpdateAt);
  });
});

describe('assign entity', () => {
  const assign = {
    type: 'assign-entity',
    entityRef: ordersDb.ref,
  } as const;

  it('moves it to the entity and its owner', () => {
    const assigned = having(open(), assign, {
      now: minute(3),
      routing: toOrdersDb,
    });
    expect(assigned).toMatchObject({
      entity: ordersDb,
      owner: { ref: 'group:default/storage' },
      ownerSince: minute(3),
      affected: [{ entity: ordersDb, level: 'root', since: minute(3) }],
    });
  });

  it('makes the root of what was only suspected', () => {
    const assigned = having(open({ affected: [ordersDb] }), assign, {
      routing: toOrdersDb,
    });
    expect(assigned.affected).toHaveLength(1);
  });

  it('ends that it is unrouted', () => {
    expect(
      having(open({ routing: nowhere }), assign, { routing: toOrdersDb })
        .unrouted,
    ).toBeUndefined();
  });

  it('routes the same entity anew where it led to nobody', () => {
    const unowned = open({
      routing: { ...nowhere, entity: ordersDb, unrouted: 'no-owner' },
    });
    expect(having(unowned, assign, { routing: toOrdersDb }).owner?.ref).toBe(
      'group:default/storage',
    );
    expect(
      eventsOf(
        decide(
          unowned,
          assign,
          facts({
            routing: { ...nowhere, entity: ordersDb, unrouted: 'no-owner' },
          }),
        ),
      ),
    ).toEqual([]);
  });

  it('does nothing where it is that entity', () => {
    expect(
      eventsOf(
        decide(
          open(),
          { type: 'assign-entity', entityRef: paymentsApi.ref },
          facts({ routing: toPayments }),
        ),
      ),
    ).toEqual([]);
  });

  it('is refused for what the catalog does not have', () => {
    expect(
      refusalOf(decide(open(), assign, facts({ routing: nowhere }))),
    ).toMatchObject({ kind: 'input', field: 'entityRef' });
  });

  it('waits for a catalog that does not answer', () => {
    expect(
      refusalOf(
        decide(
          open(),
          assign,
          facts({ routing: { ...nowhere, unrouted: 'catalog-unavailable' } }),
        ),
      ),
    ).toMatchObject({ kind: 'conflict' });
  });
});

describe('affected entities', () => {
  const mark = {
    type: 'mark-affected',
    entityRef: ordersDb.ref,
    level: 'suspected',
  } as const;

  it('are marked, change their level and are taken off', () => {
    const suspected = having(open(), mark, { entity: ordersDb });
    const confirmed = having(
      suspected,
      { ...mark, level: 'confirmed' },
      { entity: ordersDb, now: minute(4) },
    );
    const gone = having(confirmed, {
      type: 'unmark-affected',
      entityRef: ordersDb.ref,
    });

    const levels = (state: IncidentState) =>
      state.affected.map(({ entity, level }) => [entity.ref, level]);
    expect(levels(suspected)).toContainEqual([ordersDb.ref, 'suspected']);
    expect(levels(confirmed)).toContainEqual([ordersDb.ref, 'confirmed']);
    expect(levels(gone)).toEqual([[paymentsApi.ref, 'root']]);
  });

  it('can recover after the catalog has lost them', () => {
    const suspected = having(open(), mark, { entity: ordersDb });
    expect(
      having(suspected, { ...mark, level: 'recovered' }).affected[1],
    ).toMatchObject({ entity: ordersDb, level: 'recovered' });
  });

  it('are nothing new twice, and nothing lost that was not there', () => {
    const suspected = having(open(), mark, { entity: ordersDb });
    const unmark = {
      type: 'unmark-affected',
      entityRef: ordersDb.ref,
    } as const;
    expect(
      eventsOf(decide(suspected, mark, facts({ entity: ordersDb }))),
    ).toEqual([]);
    expect(eventsOf(decide(open(), unmark, facts()))).toEqual([]);
  });

  it.each<UserCommand>([
    { type: 'mark-affected', entityRef: paymentsApi.ref, level: 'recovered' },
    { type: 'unmark-affected', entityRef: paymentsApi.ref },
  ])('include the root for good ($type)', command => {
    expect(
      refusalOf(decide(open(), command, facts({ entity: paymentsApi }))),
    ).toMatchObject({ kind: 'conflict', field: 'entityRef' });
  });

  it('must be in the catalog', () => {
    expect(refusalOf(decide(open(), mark, facts()))).toMatchObject({
      kind: 'input',
      field: 'entityRef',
    });
  });

  it(`are at most ${AFFECTED_MAX}`, () => {
    const many = Array.from({ length: AFFECTED_MAX - 1 }, (_, index) => ({
      ref: `component:default/service-${index}`,
      title: `Service ${index}`,
    }));
    const full = open({ affected: many });
    expect(
      refusalOf(decide(full, mark, facts({ entity: ordersDb }))),
    ).toMatchObject({ kind: 'conflict', field: 'entityRef' });
  });
});

describe('rename', () => {
  it('keeps the old title on the timeline', () => {
    expect(
      eventsOf(
        decide(open(), { type: 'rename', title: 'Cards fail' }, facts()),
      ),
    ).toMatchObject([{ data: { from: 'Payments fail', to: 'Cards fail' } }]);
  });

  it('does nothing for the title that it has', () => {
    expect(
      eventsOf(
        decide(open(), { type: 'rename', title: 'Payments fail' }, facts()),
      ),
    ).toEqual([]);
  });
});

describe('correct time', () => {
  const now = minute(600);
  const correct = (
    stamp: Extract<UserCommand, { type: 'correct-time' }>['stamp'],
    at: string,
  ) =>
    ({
      type: 'correct-time',
      stamp,
      at,
      reason: 'Seen on the graph',
    }) as const;

  /** Impact from the start to minute 10, and from minute 20 to minute 30. */
  const twice = having(
    having(
      having(
        having(
          inStatus('fixing'),
          { type: 'change-status', to: 'monitoring' },
          { now: minute(10) },
        ),
        { type: 'change-status', to: 'fixing' },
        { now: minute(20) },
      ),
      { type: 'change-status', to: 'monitoring' },
      { now: minute(30) },
    ),
    { type: 'resolve' },
    { now: minute(40) },
  );

  it('is an event of its own that names what it corrects, and why', () => {
    expect(
      eventsOf(decide(twice, correct('detectedAt', minute(2)), facts({ now }))),
    ).toMatchObject([
      {
        type: 'time-corrected',
        data: { stamp: 'detectedAt', from: START, to: minute(2) },
        texts: { reason: 'Seen on the graph' },
      },
    ]);
  });

  it('moves the beginning of the impact, which is a guess no more', () => {
    const corrected = having(twice, correct('impactStartedAt', minute(-15)), {
      now,
    });
    expect(corrected.impactEstimated).toBe(false);
    expect(corrected.impactWindows[0]).toEqual({
      from: minute(-15),
      to: minute(10),
    });
  });

  it('confirms a guess that was right', () => {
    const confirmed = having(twice, correct('impactStartedAt', START), { now });
    expect(confirmed.impactEstimated).toBe(false);
    expect(
      eventsOf(
        decide(confirmed, correct('impactStartedAt', START), facts({ now })),
      ),
    ).toEqual([]);
  });

  it('moves the end of the impact that the mitigation was', () => {
    expect(
      having(twice, correct('mitigatedAt', minute(12)), { now }).impactWindows,
    ).toEqual([
      { from: START, to: minute(12) },
      { from: minute(20), to: minute(30) },
    ]);
  });

  it('moves the end of the impact that the resolve was', () => {
    const resolved = having(
      inStatus('fixing'),
      { type: 'resolve' },
      { now: minute(40) },
    );
    expect(
      having(resolved, correct('resolvedAt', minute(35)), { now }),
    ).toMatchObject({
      stamps: { resolvedAt: minute(35) },
      impactWindows: [{ from: START, to: minute(35) }],
    });
  });

  it('lets no impact last past a resolve that was earlier', () => {
    expect(
      having(twice, correct('resolvedAt', minute(25)), { now }).impactWindows,
    ).toEqual([
      { from: START, to: minute(10) },
      { from: minute(20), to: minute(25) },
    ]);
  });

  it('leaves the impact alone where it corrects something else', () => {
    expect(
      having(twice, correct('acknowledgedAt', minute(1)), { now })
        .impactWindows,
    ).toEqual(twice.impactWindows);
  });

  it.each([
    ['the future', correct('detectedAt', after(now, HOUR))],
    ['before the impact', correct('detectedAt', minute(-1))],
    [
      'after another stamp, for the beginning',
      correct('impactStartedAt', minute(1)),
    ],
    [
      'after the impact began again, for the mitigation',
      correct('mitigatedAt', minute(21)),
    ],
    [
      'before the last impact began, for the resolve',
      correct('resolvedAt', minute(15)),
    ],
  ])('is refused in %s', (_, command) => {
    expect(refusalOf(decide(twice, command, facts({ now })))).toMatchObject({
      kind: 'input',
      field: 'at',
    });
  });

  it('is refused where the impact would begin after it was first over', () => {
    const early = having(
      open({}, { actor: system, now: minute(30) }),
      {
        type: 'correct-time',
        stamp: 'impactStartedAt',
        at: START,
        reason: '-',
      },
      { now: minute(31) },
    );
    const reopened = having(
      having(early, { type: 'resolve', at: minute(10) }, { now: minute(40) }),
      { type: 'reopen', reason: 'It is back' },
      { now: minute(50) },
    );
    expect(
      refusalOf(
        decide(
          reopened,
          correct('impactStartedAt', minute(20)),
          facts({ now }),
        ),
      ),
    ).toMatchObject({ kind: 'input', field: 'at' });
  });

  it('is refused for what never happened', () => {
    expect(
      refusalOf(decide(open(), correct('mitigatedAt', START), facts({ now }))),
    ).toMatchObject({ kind: 'conflict', field: 'stamp' });
  });
});
