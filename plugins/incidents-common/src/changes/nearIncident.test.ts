import fc from 'fast-check';
import {
  having,
  HOUR,
  inStatus,
  minute,
  open,
} from '../incidents/__testUtils__/stage';
import { tookEffectAt } from './changeEvent';
import {
  changesNear,
  impactBegan,
  nearnessOf,
  periodOfChanges,
  type Timed,
} from './nearIncident';

const change = (started: number, finished?: number): Timed => ({
  startedAt: minute(started),
  ...(finished !== undefined && { finishedAt: minute(finished) }),
});

describe('how a change lies to the begin of the impact', () => {
  it.each([
    ['before', 12, change(-20, -12)],
    ['before', 12, change(-12)],
    ['before', 0, change(-5, 0)],
    ['under-way', 0, change(-5, 5)],
    ['under-way', 0, change(0, 5)],
    ['after', 5, change(5, 8)],
    ['after', 5, change(5)],
  ] as const)('%s, %d min away: %j', (when, minutes, made) => {
    expect(nearnessOf(made, minute(0))).toEqual({
      when,
      milliseconds: minutes * 60_000,
    });
  });
});

describe('the time in which changes are looked for', () => {
  const at = (minutes: number) => ({ now: minute(minutes) });

  it('begins two hours before the impact, as it was corrected', () => {
    const corrected = having(open(), {
      type: 'correct-time',
      stamp: 'impactStartedAt',
      at: minute(-30),
      reason: 'Seen in the log',
    });
    expect(periodOfChanges(corrected, 2 * HOUR, minute(10))).toEqual({
      from: minute(-150),
      to: minute(10),
    });
  });

  it('ends when it was resolved, and goes on where it was reopened', () => {
    const resolved = having(inStatus('fixing'), { type: 'resolve' }, at(40));
    expect(periodOfChanges(resolved, HOUR, minute(90)).to).toBe(minute(40));
    const reopened = having(
      resolved,
      { type: 'reopen', reason: 'Again' },
      at(60),
    );
    expect(periodOfChanges(reopened, HOUR, minute(90)).to).toBe(minute(90));
  });

  it('ends when it turned out to be none', () => {
    const dismissed = having(
      open(),
      { type: 'dismiss', reason: 'expected' },
      at(7),
    );
    expect(periodOfChanges(dismissed, HOUR, minute(90)).to).toBe(minute(7));
  });
});

describe('the changes near an incident', () => {
  const timed = fc
    .tuple(fc.integer({ min: -600, max: 600 }), fc.option(fc.nat({ max: 90 })))
    .map(([started, took]) =>
      change(started, took === null ? undefined : started + took),
    );
  const changes = fc.array(timed, { maxLength: 20 });
  const began = minute(0);
  const period = (before: number, until: number) => ({
    from: minute(-before),
    to: minute(until),
  });

  it('are those that were made in its time, each once, and no others', () => {
    fc.assert(
      fc.property(
        changes,
        fc.nat({ max: 300 }),
        fc.nat({ max: 300 }),
        (made, before, until) => {
          const { from, to } = period(before, until);
          const near = changesNear(made, { from, to }, began);
          const shown = near.map(({ change: each }) => each);
          expect(new Set(shown).size).toBe(shown.length);
          for (const each of made) {
            const isOver = tookEffectAt(each) < from;
            const isLater = each.startedAt > to;
            expect(shown.includes(each)).toBe(!isOver && !isLater);
          }
        },
      ),
    );
  });

  it('name what was under way first and what came after last, the nearest first, in whatever order they come', () => {
    fc.assert(
      fc.property(changes, made => {
        const placesOf = (given: readonly Timed[]) =>
          changesNear(given, period(300, 300), began).map(
            ({ nearness }) => nearness,
          );
        const places = placesOf(made);
        expect(placesOf([...made].reverse())).toEqual(places);
        for (const when of ['under-way', 'before', 'after']) {
          const away = places
            .filter(place => place.when === when)
            .map(({ milliseconds }) => milliseconds);
          expect(away).toEqual([...away].sort((a, b) => a - b));
        }
        const sides = places.map(({ when }) => when).join(' ');
        expect(sides).toMatch(/^(under-way ?)*(before ?)*(after ?)*$/);
      }),
    );
  });

  it('are never fewer the longer one looks back', () => {
    fc.assert(
      fc.property(
        changes,
        fc.nat({ max: 300 }),
        fc.nat({ max: 300 }),
        (made, before, more) => {
          const few = changesNear(made, period(before, 100), began);
          const all = changesNear(made, period(before + more, 100), began);
          expect(all).toEqual(expect.arrayContaining(few));
        },
      ),
    );
  });

  it('lie to the declaration where nobody knows when the impact began', () => {
    const { stamps } = open();
    expect(impactBegan({ stamps: { declaredAt: stamps.declaredAt } })).toBe(
      stamps.declaredAt,
    );
  });
});
