import fc from 'fast-check';
import {
  INCIDENTS as HOW_MANY,
  step,
} from '../incidents/__testUtils__/arbitraryCommands';
import { HOUR, minute, toPayments } from '../incidents/__testUtils__/stage';
import { World } from '../incidents/__testUtils__/world';
import { after } from '../incidents/policy';
import { recordOf } from './courseOf';
import {
  elapsed,
  impactDuration,
  timeToResolve,
  type Duration,
} from './durations';
import { factsOf } from './factsOf';
import { heldBy } from './heldBy';
import { liveTime } from './liveTime';
import { phasesOf, timeInPriorities } from './phases';
import type { IncidentRecord } from './record';
import { sumOf } from './spans';

/** Records of incidents to which anything may have happened, and when that was over. */
const anything = fc
  .array(step, { maxLength: 60, size: 'max' })
  .map(happenings => {
    const world = new World(
      Array.from({ length: HOW_MANY }, () => ({
        routing: toPayments,
        request: {
          title: 'Payments fail',
          risks: [],
          mode: 'real',
          visibility: 'public',
          impactStartedAt: minute(-30),
        },
      })),
      { decided() {}, refused() {} },
    );
    happenings.forEach(happening => world.take(happening));
    const states = [...world.states.values()];
    return {
      now: world.now,
      incidents: states.map(state => ({
        state,
        record: recordOf(state.id, world.timeline(state.id)),
      })),
    };
  });

describe('whatever happens to an incident', () => {
  it('its record is what its state tells, and more', () => {
    fc.assert(
      fc.property(anything, ({ incidents }) => {
        for (const { state, record } of incidents) {
          const { course, ...facts } = record;
          expect(facts).toEqual(factsOf(state));
          expect(course.statuses[course.statuses.length - 1].status).toBe(
            state.status,
          );
          expect(course.owners[course.owners.length - 1].ownerRef).toBe(
            state.owner?.ref ?? null,
          );
          expect(
            course.updates.filter(u => !u.postedAt && !u.droppedAt),
          ).toEqual(state.nextUpdateAt ? [{ dueAt: state.nextUpdateAt }] : []);
          expect(course.holds.filter(({ to }) => !to)).toHaveLength(
            state.hold ? 1 : 0,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('its phases, its holders and its priorities share out the time in which it was live', () => {
    fc.assert(
      fc.property(anything, ({ incidents, now }) => {
        for (const { record } of incidents) {
          const live = sumOf(liveTime(record, now));
          const total = (parts: number[]) => parts.reduce((a, b) => a + b, 0);
          expect(total(Object.values(phasesOf(record, now)))).toBe(live);
          expect(
            total(heldBy(record, now).map(({ milliseconds }) => milliseconds)),
          ).toBe(live);
          expect(total(Object.values(timeInPriorities(record, now)))).toBe(
            live,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('no time is longer than from its begin to its end, nor shorter while it goes on', () => {
    fc.assert(
      fc.property(anything, ({ incidents, now }) => {
        const later = after(now, HOUR);
        for (const { record } of incidents) {
          const whole = lengthOf(elapsed(record, now));
          const impact = lengthOf(impactDuration(record, now));
          const resolving = lengthOf(timeToResolve(record, 'customer', now));
          expect(saysThatImpactOutlastedIt(record) || impact <= whole).toBe(
            true,
          );
          expect(resolving).toBeLessThanOrEqual(whole);
          expect(
            lengthOf(timeToResolve(record, 'customer', later)),
          ).toBeGreaterThanOrEqual(resolving);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** A correction may say so; the times are what the stamps say then. */
function saysThatImpactOutlastedIt({
  stamps,
  impactWindows,
}: IncidentRecord): boolean {
  const end = impactWindows[impactWindows.length - 1]?.to;
  return Boolean(stamps.resolvedAt && end && end > stamps.resolvedAt);
}

/** In milliseconds; none where there is no such time, or it is unknown. */
function lengthOf(duration: Duration): number {
  return 'milliseconds' in duration ? duration.milliseconds : 0;
}
