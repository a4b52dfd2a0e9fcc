import {
  by,
  facts,
  having,
  HOUR,
  inStatus,
  minute,
  nadia,
  nowhere,
  open,
  opening,
  ordersDb,
  rita,
  START,
  system,
  toOrdersDb,
  toPayments,
  toStorage,
} from './__testUtils__/stage';
import type { Command, OpenCommand } from './commands';
import { decide } from './decide';
import type { Decision, Facts } from './decision';
import { decideOpening } from './deciders/opening';
import type { DecidedEvent } from './events';
import { evolve, opened } from './evolve';
import { noticesOf, type Notice } from './notices';
import { after } from './policy';
import type { IncidentState } from './state';

/** Who is told what by a change, as the write path finds it: given the incident after all of it. */
function told(decision: Decision, before?: IncidentState): string[] {
  const own = (decision.events ?? [])
    .filter(({ incidentId }) => incidentId === 'incident-1')
    .map(({ event }) => event);
  const [first, ...rest] = own;
  const incident = before
    ? own.reduce<IncidentState>(evolve, before)
    : rest.reduce<IncidentState>(
        evolve,
        opened('incident-1', first as DecidedEvent<'declared'>),
      );
  return own.flatMap(event => noticesOf(incident, event).map(inWords));
}

function inWords({ kind, cause, audience, severity }: Notice): string {
  const whom =
    audience.type === 'followers'
      ? 'followers'
      : audience.people.map(({ name }) => name).join('+');
  return `${kind} ${cause} ${severity} to ${whom}`;
}

function afterOpening(
  given: Partial<OpenCommand> = {},
  at: Partial<Facts> = { actor: system },
) {
  return told(decideOpening(opening(given), facts(at)));
}

function afterCommand(
  state: IncidentState,
  command: Command,
  given: Partial<Facts> = {},
) {
  return told(
    decide(state, command, facts({ now: minute(5), ...given })),
    state,
  );
}

const minor = { impact: 'low', urgency: 'medium' } as const;
const major = { impact: 'high', urgency: 'high' } as const;

describe('a new incident', () => {
  it.each([
    ['P1', major, 'critical'],
    ['P2', { impact: 'high', urgency: 'medium' }, 'high'],
    ['P3', {}, 'normal'],
  ] as const)('of %s asks the owner to take it', (_, given, severity) => {
    expect(afterOpening(given)).toEqual([
      `page routed ${severity} to Nadia+Omar`,
    ]);
  });

  it.each([
    ['a P4', minor],
    ['a P5', { impact: 'low', urgency: 'low' }],
    ['a drill', { request: { ...opening().request, mode: 'drill' } }],
    ['a test', { request: { ...opening().request, mode: 'test' } }],
    ['one that nobody owns', { routing: nowhere }],
  ] as const)('that is %s only fills the inbox', (_, given) => {
    expect(afterOpening(given)).toEqual([]);
    expect(open(given).stamps.notifiedAt).toBeUndefined();
  });

  it('that its owner declares and leads is news to the others', () => {
    expect(
      afterOpening(
        { source: 'declaration', status: 'investigating' },
        { actor: by(nadia) },
      ),
    ).toEqual(['news routed normal to Nadia+Omar']);
  });
});

describe('a new owner', () => {
  it('is asked to take it', () => {
    expect(
      afterCommand(
        inStatus('fixing'),
        { type: 'pass-on', to: 'group:default/storage', reason: 'The disk' },
        { routing: toStorage },
      ),
    ).toEqual(['page routed normal to Rita']);
  });

  it('hears of what somebody else leads already', () => {
    expect(
      afterCommand(
        inStatus('fixing'),
        { type: 'assign-entity', entityRef: ordersDb.ref },
        { routing: toOrdersDb },
      ),
    ).toEqual(['news routed normal to Rita']);
  });

  it('is not asked again when only the entity changes', () => {
    expect(
      afterCommand(
        open({ routing: toStorage }),
        { type: 'assign-entity', entityRef: ordersDb.ref },
        { routing: toOrdersDb },
      ),
    ).toEqual([]);
  });

  it('is left alone with what has recovered or is over', () => {
    const recovered = having(
      open({ routing: { ...nowhere, unrouted: 'catalog-unavailable' } }),
      { type: 'recover' },
      { actor: system },
    );
    expect(
      afterCommand(recovered, { type: 'route', routing: toPayments }),
    ).toEqual([]);
    expect(
      afterCommand(
        inStatus('resolved'),
        { type: 'assign-entity', entityRef: ordersDb.ref },
        { routing: toOrdersDb },
      ),
    ).toEqual([]);
  });
});

describe('a priority', () => {
  const raise = (state: IncidentState, to: typeof major | typeof minor | {}) =>
    afterCommand(state, {
      type: 'prioritise',
      impact: 'medium',
      urgency: 'medium',
      risks: [],
      ...to,
    });

  it('raised to major asks the owner again', () => {
    expect(raise(open(), major)).toEqual([
      'page prioritised critical to Nadia+Omar',
    ]);
  });

  it('raised to P3 asks an owner who had not been told', () => {
    const quiet = open(minor);
    expect(raise(quiet, {})).toEqual(['page prioritised normal to Nadia+Omar']);
    expect(
      having(
        quiet,
        {
          type: 'prioritise',
          impact: 'medium',
          urgency: 'medium',
          risks: [],
        },
        { now: minute(5) },
      ).stamps.notifiedAt,
    ).toBe(minute(5));
  });

  it('lowered, or of what somebody leads, tells nobody', () => {
    expect(raise(open(major), {})).toEqual([]);
    expect(raise(inStatus('fixing'), major)).toEqual([]);
  });
});

describe('an alert that', () => {
  const recover = { type: 'recover' } as const;

  it('ended before anybody took it has the page say so, quietly', () => {
    expect(afterCommand(open(), recover)).toEqual([
      'page recovered low to Nadia+Omar',
    ]);
  });

  it('ended takes nothing back where nobody was told or somebody leads', () => {
    expect(afterCommand(open(minor), recover)).toEqual([]);
    expect(afterCommand(inStatus('fixing'), recover)).toEqual([]);
  });

  it('fires again asks the owner again', () => {
    const recovered = having(open(), recover, { actor: system });
    expect(afterCommand(recovered, { type: 'relapse' })).toEqual([
      'page relapsed normal to Nadia+Omar',
    ]);
  });
});

describe('a clock', () => {
  it.each(['acknowledge-warning', 'acknowledge'] as const)(
    'of %s asks the owner again',
    clock => {
      expect(
        afterCommand(open(), { type: 'fire-clock', clock, dueAt: minute(5) }),
      ).toEqual(['page clock-fired normal to Nadia+Omar']);
    },
  );

  it.each(['update-warning', 'update'] as const)(
    'of %s reminds the lead',
    clock => {
      expect(
        afterCommand(inStatus('fixing'), {
          type: 'fire-clock',
          clock,
          dueAt: minute(5),
        }),
      ).toEqual(['news clock-fired normal to Nadia']);
    },
  );

  it('of the watch proposes the resolve to the lead', () => {
    expect(
      afterCommand(inStatus('monitoring'), {
        type: 'fire-clock',
        clock: 'watch',
        dueAt: minute(30),
      }),
    ).toEqual(['news clock-fired normal to Nadia']);
  });

  it('that ends a hold tells the lead, whoever ends it by hand need not be told', () => {
    const held = having(inStatus('fixing'), {
      type: 'hold',
      reason: 'change',
      resumeBy: after(START, HOUR),
    });
    expect(
      afterCommand(
        held,
        { type: 'resume-due' },
        { actor: system, now: minute(60) },
      ),
    ).toEqual(['news resumed normal to Nadia']);
    expect(afterCommand(held, { type: 'resume' })).toEqual([]);
  });
});

describe('whoever follows', () => {
  const other = { other: open({ id: 'incident-2', number: 2 }) };

  it.each<[string, IncidentState, Command, Partial<Facts>]>([
    [
      'update-posted',
      inStatus('fixing', minor),
      { type: 'post-update', impact: 'Few', action: 'We look' },
      {},
    ],
    ['resolved', inStatus('fixing', minor), { type: 'resolve' }, {}],
    [
      'reopened',
      inStatus('resolved', minor),
      { type: 'reopen', reason: 'Back' },
      {},
    ],
    ['dismissed', open(minor), { type: 'dismiss', reason: 'expected' }, {}],
    ['merged', open(minor), { type: 'merge', into: 'INC-2' }, other],
    ['undone', inStatus('dismissed', minor), { type: 'undo' }, {}],
  ])('hears that it is %s, even of a P4', (cause, state, command, given) => {
    expect(afterCommand(state, command, given)).toEqual([
      `news ${cause} normal to followers`,
    ]);
  });

  it('hears nothing of a test', () => {
    expect(
      afterCommand(
        inStatus('fixing', { request: { ...opening().request, mode: 'test' } }),
        { type: 'resolve' },
      ),
    ).toEqual([]);
  });
});

it('asks the owner of what is reopened and nobody leads', () => {
  const resolved = having(open(), { type: 'resolve' });
  expect(
    afterCommand(
      resolved,
      { type: 'reopen', reason: 'It fires again' },
      { actor: system },
    ),
  ).toEqual([
    'page reopened normal to Nadia+Omar',
    'news reopened normal to followers',
  ]);
});

it('tells nobody of what was imported', () => {
  expect(
    afterCommand(
      { ...inStatus('fixing'), mode: 'backfill' },
      { type: 'resolve' },
    ),
  ).toEqual([]);
});

it('keeps quiet about everything else', () => {
  const quiet: Command[] = [
    { type: 'acknowledge' },
    { type: 'add-note', text: 'The disk is full' },
    { type: 'rename', title: 'Cards fail' },
    { type: 'follow' },
    { type: 'report-affected' },
    { type: 'mark-affected', entityRef: ordersDb.ref, level: 'suspected' },
  ];
  expect(
    quiet.flatMap(command =>
      afterCommand(open(), command, { actor: by(rita), entity: ordersDb }),
    ),
  ).toEqual([]);
});
