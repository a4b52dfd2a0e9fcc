import fc from 'fast-check';
import type { ActionCommandType } from '../schemas/actions';
import {
  by,
  decided,
  facts,
  mei,
  nadia,
  orders,
  payments,
  paymentsApi,
  proposed,
  ravi,
} from './__testUtils__/desk';
import { actionClocksOf } from './clocks';
import {
  ACTION_COMMANDS,
  ACTION_TRANSITIONS,
  isActionCommandOffered,
  type ActionCommand,
} from './commands';
import { evolveAction, replayAction } from './evolve';
import type { DecidedActionEvent } from './events';
import { ORIGINS_MAX } from './limits';
import type { ActionItemState } from './state';
import { isOpenAction } from './vocabulary';

const people = [nadia, ravi, mei];
const incidents = Array.from({ length: ORIGINS_MAX + 5 }, (_, index) => ({
  id: `i${index}`,
  number: index,
}));

const person = fc.constantFrom(...people);
const day = fc
  .integer({ min: 0, max: 60 })
  .map(days =>
    new Date(Date.UTC(2026, 10, 26 + days)).toISOString().slice(0, 10),
  );

type Step = {
  command: ActionCommand;
  actor: typeof nadia;
  may: boolean;
  named: typeof nadia;
  incident: { id: string; number: number };
  hours: number;
};

const simple = fc.constantFrom<ActionCommand>(
  { type: 'accept' },
  { type: 'start' },
  { type: 'finish' },
  { type: 'verify', how: 'Tried' },
  { type: 'reopen', reason: 'Not yet' },
  { type: 'wont-do', reason: 'No use' },
  { type: 'assign', responsibleRef: null },
  { type: 'assign', responsibleRef: 'named' },
  { type: 'make-accountable', accountableRef: 'named' },
  { type: 'nudge' },
  { type: 'add-note', text: 'Seen' },
  { type: 'link-incident', incident: 'named' },
  { type: 'unlink-incident', incident: 'named' },
  { type: 'link-ticket', url: 'https://tracker.example/1' },
);

const moved = day.map((dueOn): ActionCommand => ({
  type: 'move-due',
  dueOn,
  reason: 'Later',
}));

const followed = fc
  .record({
    entity: fc.constantFrom(paymentsApi, undefined),
    owner: fc.constantFrom(payments, orders, undefined),
    gone: fc.subarray([payments.ref, nadia.ref, ravi.ref]),
  })
  .map(({ entity, owner, gone }): ActionCommand => ({
    type: 'follow-catalog',
    place: {
      ...(entity && { entity }),
      ...(owner ? { owner } : { unrouted: 'owner-not-in-catalog' as const }),
      told: [mei],
    },
    gone,
  }));

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    command: fc.oneof(simple, moved, followed),
    actor: person,
    may: fc.boolean(),
    named: person,
    incident: fc.constantFrom(...incidents),
    hours: fc.integer({ min: 0, max: 200 }),
  }),
  { maxLength: 60, size: 'max' },
);

interface Taken {
  before: ActionItemState;
  after: ActionItemState;
  events: readonly DecidedActionEvent[];
  step: Step;
}

/** Lets things happen one after the other, and clocks fire when they are due. */
function play(happenings: readonly Step[], watch: (taken: Taken) => void) {
  let state = proposed();
  let now = Date.parse(facts().now);
  for (const step of happenings) {
    now += step.hours * 3_600_000;
    const at = new Date(now).toISOString();
    const due = actionClocksOf(state, facts().policy)
      .filter(({ dueAt }) => dueAt <= at)
      .map(({ kind, dueAt }): ActionCommand => ({
        type: 'fire-clock',
        clock: kind,
        dueAt,
      }));
    for (const command of [...due, step.command]) {
      const { events } = decided(state, command, {
        now: at,
        actor: by(step.actor),
        who: whoOf(step),
        person: step.named,
        accountable: step.named,
        incident: step.incident,
      });
      if (events) {
        const before = state;
        state = events.reduce(evolveAction, state);
        watch({ before, after: state, events, step: { ...step, command } });
      }
    }
  }
  return state;
}

function whoOf({ actor, may }: Step) {
  return {
    ref: actor.ref,
    ownershipRefs: [actor.ref],
    permissions: may ? (['respond', 'manage', 'participate'] as const) : [],
  };
}

function whateverHappens(watch: (taken: Taken) => void) {
  fc.assert(
    fc.property(steps, happenings => {
      play(happenings, watch);
    }),
    { numRuns: 80 },
  );
}

describe('whatever happens, an action item', () => {
  it('has a status that changes only as the table says', () => {
    whateverHappens(({ before, after, step }) => {
      const led = ACTION_TRANSITIONS[before.status][after.status];
      expect(before.status === after.status || led === step.command.type).toBe(
        true,
      );
    });
  });

  it('knows when it was closed exactly while it is not open', () => {
    whateverHappens(({ after }) => {
      expect(after.closedAt !== undefined).toBe(!isOpenAction(after.status));
      expect(after.givenUpBy !== undefined).toBe(after.status === 'wont-do');
    });
  });

  it('has an owner or says why not, and never both', () => {
    whateverHappens(({ after }) => {
      expect(after.owner === undefined).toBe(after.unrouted !== undefined);
    });
  });

  it('came from at least one incident and at most fifty', () => {
    whateverHappens(({ after }) => {
      expect(after.origins.length).toBeGreaterThanOrEqual(1);
      expect(after.origins.length).toBeLessThanOrEqual(ORIGINS_MAX);
      const ids = after.origins.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('has an overdue clock exactly while it is open, and one of a kind', () => {
    whateverHappens(({ after }) => {
      const kinds = actionClocksOf(after, facts().policy).map(
        ({ kind }) => kind,
      );
      expect(kinds.includes('overdue')).toBe(isOpenAction(after.status));
      expect(new Set(kinds).size).toBe(kinds.length);
    });
  });

  it('changes by no person to whom that is not offered', () => {
    whateverHappens(({ before, step, events }) => {
      const type = step.command.type as ActionCommandType;
      const isOfPerson = Object.hasOwn(ACTION_COMMANDS, type);
      expect(
        !isOfPerson ||
          events.length === 0 ||
          isActionCommandOffered(type, before, whoOf(step)),
      ).toBe(true);
    });
  });

  it('is told whole by its events', () => {
    fc.assert(
      fc.property(steps, happenings => {
        const events: DecidedActionEvent[] = [];
        const begun = proposed();
        const state = play(happenings, taken => events.push(...taken.events));
        const stored: DecidedActionEvent[] = JSON.parse(JSON.stringify(events));
        expect(stored.reduce(evolveAction, begun)).toEqual(state);
      }),
      { numRuns: 40 },
    );
  });

  it('cannot be told of from the middle', () => {
    expect(() =>
      replayAction('a1', [
        { type: 'accepted', actor: by(mei), at: facts().now, data: {} },
      ]),
    ).toThrow('has no beginning');
  });
});
