import {
  by,
  eventsOf,
  facts,
  minute,
  nadia,
  open,
  opening,
  system,
  toPayments,
  toStorage,
} from '../incidents/__testUtils__/stage';
import type { Command } from '../incidents/commands';
import { decide } from '../incidents/decide';
import { decideOpening } from '../incidents/deciders/opening';
import type { DecidedEvent, TimelineEvent } from '../incidents/events';
import { evolve } from '../incidents/evolve';
import { DEFAULT_POLICY } from '../incidents/policy';
import type { IncidentState } from '../incidents/state';
import { recordOf } from '../history/courseOf';
import { entriesOf } from './entries';
import { reviewImpactOf } from './impact';
import { scorecardOf } from './scorecard';

const P1 = { impact: 'high', urgency: 'high' } as const;

/** An alert's P1 on which things happened, each so many minutes after its begin. */
function played(
  ...happenings: [minutes: number, command: Command, given?: object][]
) {
  const command = opening(P1);
  let state: IncidentState = open(P1);
  const events: DecidedEvent[] = eventsOf(
    decideOpening(command, facts({ actor: system })),
  );
  for (const [minutes, next, given = {}] of happenings) {
    const decided = eventsOf(
      decide(
        state,
        next,
        facts({ now: minute(minutes), actor: by(nadia), ...given }),
      ),
    );
    events.push(...decided);
    state = decided.reduce<IncidentState>(evolve, state);
  }
  const timeline = events.map((event, index): TimelineEvent => ({
    ...event,
    incidentId: state.id,
    sequence: index + 1,
    version: 1,
    recordedAt: event.at,
  }));
  return { record: recordOf(state.id, events), timeline };
}

function checks(...happenings: Parameters<typeof played>) {
  const { record, timeline } = played(...happenings);
  const card = scorecardOf({
    record,
    timeline,
    policy: DEFAULT_POLICY,
    now: minute(600),
  });
  return new Map(card.map(check => [check.check, check]));
}

const update = {
  type: 'post-update',
  impact: 'Payments fail',
  action: 'Rolling back',
} as const;

describe('scorecardOf', () => {
  it('holds what was done against what is promised, and links what shows it', () => {
    const card = checks(
      [4, { type: 'acknowledge' }],
      [20, update],
      [40, { type: 'change-status', to: 'monitoring' }],
      [45, { type: 'resolve' }],
    );
    const taken = card.get('time-to-acknowledge')!;
    expect(taken).toMatchObject({
      verdict: 'kept',
      found: { milliseconds: 4 * 60_000, withinMs: 5 * 60_000 },
    });
    expect(taken.sequences).toHaveLength(1);
    expect(card.get('time-to-first-update')).toMatchObject({
      verdict: 'missed',
      found: { milliseconds: 16 * 60_000, withinMs: 10 * 60_000 },
    });
    expect(card.get('time-to-mitigate')).toMatchObject({
      verdict: 'none',
      found: { milliseconds: 40 * 60_000, withinMs: null },
    });
    expect(card.get('updates-on-time')).toMatchObject({
      verdict: 'missed',
      found: { fact: 'share', kept: 0, of: 1 },
    });
    expect(card.get('silence')).toMatchObject({
      verdict: 'kept',
      found: { count: 0 },
    });
  });

  it('counts each silence of more than half an hour while it was live', () => {
    const card = checks(
      [4, { type: 'acknowledge' }],
      [40, update],
      [70, update],
      [140, { type: 'resolve' }],
    );
    expect(card.get('silence')).toMatchObject({
      verdict: 'missed',
      found: { count: 2 },
      sequences: [expect.any(Number), expect.any(Number)],
    });
  });

  it('takes no time for silent in which it was resolved, until it was reopened', () => {
    const card = checks(
      [4, { type: 'acknowledge' }],
      [10, update],
      [20, { type: 'resolve' }],
      [200, { type: 'reopen', reason: 'It fails again' }],
      [210, update],
      [260, { type: 'resolve' }],
    );
    expect(card.get('silence')).toMatchObject({ found: { count: 1 } });
  });

  it('counts how often it went from one team to another', () => {
    const card = checks(
      [
        4,
        { type: 'pass-on', to: 'group:default/storage', reason: 'Theirs' },
        { routing: toStorage },
      ],
      [
        6,
        { type: 'pass-on', to: 'group:default/payments', reason: 'Not ours' },
        { routing: toPayments },
      ],
      [9, { type: 'acknowledge' }],
      [20, { type: 'resolve' }],
    );
    expect(card.get('hand-overs')).toMatchObject({ found: { count: 2 } });
  });

  it('calls nothing missed of which nothing is known', () => {
    const card = checks([3, { type: 'resolve' }]);
    expect(card.get('time-to-first-update')).toMatchObject({
      verdict: 'none',
      found: { fact: 'unknown' },
    });
  });
});

describe('reviewImpactOf', () => {
  it('says how much of it was at each priority, from when people felt it until they did no more', () => {
    const { record } = played(
      [2, { type: 'acknowledge' }],
      [
        3,
        {
          type: 'correct-time',
          stamp: 'impactStartedAt',
          at: minute(-5),
          reason: 'The first payment that failed.',
        },
      ],
      [
        30,
        { type: 'prioritise', impact: 'medium', urgency: 'medium', risks: [] },
      ],
      [40, { type: 'change-status', to: 'monitoring' }],
      [60, { type: 'resolve' }],
    );
    expect(reviewImpactOf(record, minute(600))).toMatchObject({
      milliseconds: 45 * 60_000,
      at: [
        { priority: 'P1', milliseconds: 35 * 60_000 },
        { priority: 'P3', milliseconds: 10 * 60_000 },
      ],
    });
  });

  it('says how long it was live at each priority while nobody knows when it began', () => {
    const { record } = played(
      [4, { type: 'acknowledge' }],
      [
        30,
        { type: 'prioritise', impact: 'medium', urgency: 'medium', risks: [] },
      ],
      [50, { type: 'resolve' }],
    );
    expect(reviewImpactOf(record, minute(600)).at).toEqual([
      { priority: 'P1', milliseconds: 30 * 60_000 },
      { priority: 'P3', milliseconds: 20 * 60_000 },
    ]);
  });
});

describe('entriesOf', () => {
  it('offers what people decided and told, and leaves out what machines did and that it was filed', () => {
    const { timeline } = played(
      [
        3,
        { type: 'fire-clock', clock: 'acknowledge-warning', dueAt: minute(3) },
        { actor: system },
      ],
      [4, { type: 'acknowledge' }],
      [5, { type: 'add-note', text: 'Looking' }],
      [6, update],
      [7, { type: 'resolve' }],
      [90, { type: 'close' }],
    );
    const typesOf = (entries: Parameters<typeof entriesOf>[0]['entries']) =>
      entriesOf({ entries }, timeline)
        .filter(({ included }) => included)
        .map(({ sequence }) => timeline[sequence - 1].type);
    expect(typesOf({})).toEqual([
      'declared',
      'acknowledged',
      'update-posted',
      'resolved',
    ]);
    const note = timeline.find(({ type }) => type === 'note-added')!.sequence;
    expect(typesOf({ [note]: 'in', 1: 'out' })).toEqual([
      'acknowledged',
      'note-added',
      'update-posted',
      'resolved',
    ]);
  });
});
