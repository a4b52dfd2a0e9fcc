import fc from 'fast-check';
import { INCIDENTS, step, type Step } from './__testUtils__/arbitraryCommands';
import { nowhere, toPayments } from './__testUtils__/stage';
import { World, type Watcher } from './__testUtils__/world';
import { clocksOf } from './clocks';
import { canBecome, type OpenCommand } from './commands';
import { evolve } from './evolve';
import {
  impactMilliseconds,
  impactOutOfOrder,
  impactRuns,
  IMPACT_WINDOWS_MAX,
} from './impact';
import { AFFECTED_MAX } from './limits';
import { tellsPeople } from './notices';
import { DEFAULT_POLICY } from './policy';
import { isMajor, priorityOf } from './priority';
import { HOLDERS_MAX, type IncidentState } from './state';
import { IMPACTS, isLive, URGENCIES } from './vocabulary';

/** More than any incident of these runs needs, and far less than a timeline. */
const STATE_MAX = 20_000;

const incident: fc.Arbitrary<Partial<OpenCommand>> = fc.record({
  source: fc.constantFrom('report', 'declaration', 'alert'),
  status: fc.constantFrom('triage', 'investigating'),
  impact: fc.constantFrom(...IMPACTS),
  urgency: fc.constantFrom(...URGENCIES),
  routing: fc.constantFrom(toPayments, nowhere),
  request: fc.record({
    title: fc.constant('Payments fail'),
    risks: fc.constant([]),
    mode: fc.constantFrom('real', 'real', 'real', 'drill', 'test'),
    visibility: fc.constantFrom('public', 'public', 'public', 'private'),
    impactStartedAt: fc.constantFrom(undefined, '2026-11-21T09:30:00.000Z'),
  }),
});

const openings = fc.array(incident, {
  minLength: INCIDENTS,
  maxLength: INCIDENTS,
});
const steps = fc.array(step, { maxLength: 80, size: 'max' });

function whateverHappens(
  check: (given: Partial<OpenCommand>[], happenings: Step[]) => void,
) {
  fc.assert(fc.property(openings, steps, check), { numRuns: 150 });
}

/** Lets things happen, with somebody watching each of them. */
function play(
  given: Partial<OpenCommand>[],
  happenings: Step[],
  watcher: Partial<Watcher> = {},
): World {
  const world = new World(given, {
    decided() {},
    refused() {},
    ...watcher,
  });
  for (const happening of happenings) {
    world.take(happening);
  }
  return world;
}

/** Holds for every new incident and after everything that happens to one. */
function alwaysHolds(check: (state: IncidentState) => void) {
  whateverHappens((given, happenings) => {
    play(given, []).states.forEach(check);
    play(given, happenings, { decided: ({ after }) => check(after) });
  });
}

describe('whatever happens', () => {
  it('the impact starts before every other stamp', () => {
    alwaysHolds(({ stamps, impactWindows }) => {
      for (const stamp of Object.values(stamps)) {
        expect(stamp >= stamps.impactStartedAt!).toBe(true);
      }
      expect(impactWindows[0].from).toBe(stamps.impactStartedAt);
    });
  });

  it('the impact is in order, never negative, and over when the incident is', () => {
    alwaysHolds(({ impactWindows, status, stamps }) => {
      expect(impactOutOfOrder(impactWindows)).toBeUndefined();
      expect(impactWindows.slice(0, -1).every(({ to }) => to)).toBe(true);
      expect(
        impactMilliseconds(impactWindows, stamps.declaredAt),
      ).toBeGreaterThanOrEqual(0);
      const mayRun = isLive(status) && status !== 'monitoring';
      expect(mayRun || !impactRuns(impactWindows)).toBe(true);
    });
  });

  it('the status changes only as the table says', () => {
    whateverHappens((given, happenings) => {
      play(given, happenings, {
        decided({ before, events }) {
          events.reduce<IncidentState>((state, event) => {
            const next = evolve(state, event);
            expect(
              next.status === state.status ||
                canBecome(state.status, next.status),
            ).toBe(true);
            return next;
          }, before);
        },
      });
    });
  });

  it('what is closed stays closed', () => {
    whateverHappens((given, happenings) => {
      play(given, happenings, {
        decided({ before, after }) {
          expect(before.status !== 'closed' || after.status === 'closed').toBe(
            true,
          );
        },
      });
    });
  });

  it('the stored timeline tells of the stored incident', () => {
    whateverHappens((given, happenings) => {
      const world = play(given, happenings);
      world.states.forEach((state, id) => {
        expect(world.replayed(id)).toStrictEqual(
          JSON.parse(JSON.stringify(state)),
        );
      });
    });
  });

  it('a refusal says why, and names the field where one is wrong', () => {
    whateverHappens((given, happenings) => {
      play(given, happenings, {
        refused({ kind, message, field }) {
          expect(message).not.toBe('');
          expect(kind !== 'input' || field).toBeTruthy();
        },
      });
    });
  });

  it('no clock runs twice, and on what is over only close and undo', () => {
    alwaysHolds(state => {
      const kinds = clocksOf(state, DEFAULT_POLICY).map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
      const ofTheEnded = kinds.filter(
        kind => kind !== 'close' && kind !== 'undo',
      );
      expect(isLive(state.status) || ofTheEnded.length === 0).toBe(true);
      expect(state.status !== 'closed' || kinds.length === 0).toBe(true);
    });
  });

  it('the state stays small', () => {
    alwaysHolds(state => {
      expect(JSON.stringify(state).length).toBeLessThan(STATE_MAX);
      expect(state.holders.length).toBeLessThanOrEqual(HOLDERS_MAX);
      expect(state.impactWindows.length).toBeLessThanOrEqual(
        IMPACT_WINDOWS_MAX,
      );
      expect(state.affected.length).toBeLessThanOrEqual(AFFECTED_MAX + 1);
    });
  });

  it('somebody leads what is worked on', () => {
    alwaysHolds(({ status, lead }) => {
      const isWorkedOn = isLive(status) && status !== 'triage';
      expect(!isWorkedOn || lead).toBeTruthy();
    });
  });

  it('only what is worked on is on hold, and no major impact waits', () => {
    alwaysHolds(({ hold, status, priority, impactWindows }) => {
      expect(!hold || (isLive(status) && status !== 'triage')).toBe(true);
      expect(
        hold && isMajor(priority) && impactRuns(impactWindows),
      ).toBeFalsy();
    });
  });

  it('an update is promised only while the response is under way', () => {
    alwaysHolds(({ status, nextUpdateAt }) => {
      expect(isLive(status) || nextUpdateAt === undefined).toBe(true);
    });
  });

  it('the priority follows from what it is derived from', () => {
    alwaysHolds(state => {
      expect(state.priority).toBe(priorityOf(state));
      expect(state.risks).toEqual([...new Set(state.risks)]);
    });
  });

  it('there is one root, and each entity is named once', () => {
    alwaysHolds(({ entity, affected }) => {
      const refs = affected.map(a => a.entity.ref);
      expect(new Set(refs).size).toBe(refs.length);
      expect(
        affected.filter(a => a.level === 'root').map(a => a.entity.ref),
      ).toEqual(entity ? [entity.ref] : []);
    });
  });

  it('whoever is asked to take it can, and the first time is stamped', () => {
    whateverHappens((given, happenings) => {
      play(given, happenings, {
        decided({ after, notices }) {
          for (const { kind, audience } of notices) {
            expect(
              audience.type === 'followers' || audience.people.length > 0,
            ).toBe(true);
            expect(
              kind !== 'page' ||
                (after.status === 'triage' &&
                  tellsPeople(after) &&
                  after.stamps.notifiedAt),
            ).toBeTruthy();
          }
        },
      });
    });
  });

  it('what can be undone says until when, and what it was', () => {
    alwaysHolds(state => {
      const { status, statusBefore, undoUntil, suspended, mergedInto } = state;
      const isAside = status === 'dismissed' || status === 'merged';
      expect(isAside || !(statusBefore || undoUntil || suspended)).toBe(true);
      expect(Boolean(statusBefore)).toBe(Boolean(undoUntil));
      expect(Boolean(mergedInto)).toBe(status === 'merged');
      expect(mergedInto?.id).not.toBe(state.id);
    });
  });
});
