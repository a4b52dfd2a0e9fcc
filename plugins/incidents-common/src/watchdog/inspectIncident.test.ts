import fc from 'fast-check';
import {
  INCIDENTS,
  step,
  type Step,
} from '../incidents/__testUtils__/arbitraryCommands';
import {
  minute,
  nadia,
  omar,
  opening,
  START,
} from '../incidents/__testUtils__/stage';
import { World } from '../incidents/__testUtils__/world';
import {
  after,
  clocksOf,
  DEFAULT_POLICY,
  EVENT_VERSIONS,
  replay,
  type Command,
  type DecidedEvent,
  type TimelineEvent,
} from '../incidents';
import { WATCH_BOUNDS } from './finding';
import { inspectIncident, type IncidentEvidence } from './inspectIncident';

const ID = 'incident-1';

const rules = (now: string) => ({
  policy: DEFAULT_POLICY,
  bounds: WATCH_BOUNDS,
  now,
});

function stored(id: string, events: readonly DecidedEvent[]) {
  return events.map(
    (event, index) =>
      ({
        ...event,
        incidentId: id,
        sequence: index + 1,
        version: EVENT_VERSIONS[event.type],
        recordedAt: event.at,
      }) as TimelineEvent,
  );
}

/** All that lies in the database where everything has been written as it should be. */
function evidenceOf(
  id: string,
  events: readonly DecidedEvent[],
): IncidentEvidence {
  const state = replay(id, events);
  return {
    incidentId: id,
    events: stored(id, events),
    stored: {
      state: JSON.parse(JSON.stringify(state)),
      version: events.length,
    },
    clocks: clocksOf(state, DEFAULT_POLICY),
  };
}

const nobodyWatches = { decided() {}, refused() {} };
const declaredAndRouted = new World([opening()], nobodyWatches).timeline(ID);
const evidence: IncidentEvidence = {
  ...evidenceOf(ID, declaredAndRouted),
  openingMessages: [
    { sequence: 2, recipientRef: nadia.ref },
    { sequence: 2, recipientRef: omar.ref },
  ],
};

const kinds = (changed: Partial<IncidentEvidence>, now = START) =>
  inspectIncident({ ...evidence, ...changed }, rules(now)).map(
    ({ kind, detail }) => `${kind}: ${detail}`,
  );

it('finds nothing where everything is as it should be', () => {
  expect(kinds({})).toEqual([]);
});

it('finds nothing wrong with what the commands write, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), steps => {
      const world = new World(
        Array.from({ length: INCIDENTS }, () => opening()),
        nobodyWatches,
      );
      steps.forEach(happening => world.take(happening));
      for (const id of world.states.keys()) {
        // Nobody fires the clocks here, so the time does not go on either.
        expect(
          inspectIncident(evidenceOf(id, world.timeline(id)), rules(START)),
        ).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

it('says which clock does not run', () => {
  expect(kinds({ clocks: [] })).toEqual([
    'clock-missing: acknowledge-warning, acknowledge',
  ]);
});

it('says which clock has not gone off, once it is later than may be', () => {
  expect(kinds({}, minute(46))).toEqual([]);
  expect(kinds({}, after(minute(46), 1))).toEqual([
    'clock-overdue: acknowledge-warning',
  ]);
  expect(kinds({}, minute(62))).toEqual([
    'clock-overdue: acknowledge-warning, acknowledge',
  ]);
  expect(inspectIncident(evidence, rules(minute(62)))[0].since).toBe(
    minute(45),
  );
});

const sent = (command: Command): Step => ({
  does: 'command',
  incident: 0,
  other: 0,
  actor: 0,
  mayRespond: true,
  command: () => command,
});

it('does not blame a clock for the time before it was set', () => {
  const world = new World([opening()], nobodyWatches);
  world.take(sent({ type: 'acknowledge' }));
  // Its warning was due five minutes before.
  world.take(
    sent({
      type: 'post-update',
      impact: 'Slow',
      action: 'Looking',
      nextUpdateAt: after(START, 1),
    }),
  );
  const posted = evidenceOf(ID, world.timeline(ID));

  expect(posted.clocks).toContainEqual({
    kind: 'update-warning',
    dueAt: after(START, 1 - DEFAULT_POLICY.updateWarning),
  });
  expect(inspectIncident(posted, rules(minute(1)))).toEqual([]);
  expect(inspectIncident(posted, rules(after(minute(1), 1)))).toMatchObject([
    { kind: 'clock-overdue', detail: 'update-warning', since: START },
  ]);
});

it('lets an installation change its times while incidents are open', () => {
  const shorter = {
    ...DEFAULT_POLICY,
    acknowledgeWithin: { P3: 30 * 60_000 },
  };
  expect(
    inspectIncident(evidence, { ...rules(START), policy: shorter }),
  ).toEqual([]);
});

it('finds a clock that runs to another time than was promised', () => {
  const promised = evidenceOf(ID, [
    ...declaredAndRouted,
    {
      type: 'acknowledged',
      actor: { type: 'user', ...nadia },
      at: minute(1),
      data: { lead: nadia, nextUpdateAt: minute(31) },
    },
  ]);
  expect(kinds(promised, minute(1))).toEqual([]);
  expect(
    kinds(
      {
        ...promised,
        clocks: promised.clocks.map(({ kind, dueAt }) => ({
          kind,
          dueAt: after(dueAt, 60_000),
        })),
      },
      minute(1),
    ),
  ).toEqual(['clock-missing: update']);
});

it('says in what the incident differs from its timeline', () => {
  const { state, version } = evidence.stored;
  expect(
    kinds({ stored: { state: { ...state, title: 'Other' }, version } }),
  ).toEqual(['state-differs: title']);
  expect(kinds({ stored: { state, version: 7 } })).toEqual([
    'state-differs: version',
  ]);
  expect(
    kinds({
      stored: {
        version,
        state: Object.fromEntries(
          Object.entries(state).reverse(),
        ) as unknown as typeof state,
      },
    }),
  ).toEqual([]);
});

it('finds a timeline with a gap or without a beginning', () => {
  const [declared, routed] = evidence.events;
  for (const events of [[], [routed], [declared, { ...routed, sequence: 3 }]]) {
    expect(kinds({ events })).toEqual([
      `timeline-broken: ${events.length} events`,
    ]);
  }
});

it('names the people for whom no message was written', () => {
  expect(kinds({ openingMessages: [] })).toEqual([
    `nobody-told: ${nadia.ref}, ${omar.ref}`,
  ]);
  expect(
    kinds({ openingMessages: [{ sequence: 2, recipientRef: omar.ref }] }),
  ).toEqual([`nobody-told: ${nadia.ref}`]);
  expect(kinds({ openingMessages: undefined })).toEqual([]);
});
