import { after } from '../incidents/policy';
import { minute } from '../incidents/__testUtils__/stage';
import { record } from './__testUtils__/records';
import { digestOf, weekBefore } from './digest';

const HOUR = 60 * 60_000;

describe('the week that a digest tells of', () => {
  const monday = { weekday: 'monday', hour: 8, zone: 'UTC' } as const;

  it.each([
    ['2026-11-23T08:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T07:59:59.999Z', '2026-11-16T08:00:00.000Z'],
    ['2026-11-29T23:00:00.000Z', '2026-11-23T08:00:00.000Z'],
  ])('at %s ended at %s', (now, to) => {
    const week = weekBefore(now, monday);
    expect(week.to).toBe(to);
    expect(week.from).toBe(after(to, -7 * 24 * HOUR));
  });

  it('begins and ends at that hour of the zone, whatever the clocks do in between', () => {
    const sunday = {
      weekday: 'sunday',
      hour: 20,
      zone: 'Europe/Berlin',
    } as const;
    expect(weekBefore('2026-10-26T12:00:00.000Z', sunday)).toEqual({
      from: '2026-10-18T18:00:00.000Z',
      to: '2026-10-25T19:00:00.000Z',
    });
  });
});

describe('a digest', () => {
  const week = { from: minute(-60), to: minute(120) };
  const now = minute(130);
  const told = (...incidents: Parameters<typeof record>[0][]) =>
    digestOf(
      incidents.map((given, index) =>
        record({ id: `incident-${index}`, ...given }),
      ),
      0,
      week,
      now,
    );

  it('counts what is live, what was resolved in the week, and impact once', () => {
    const { stamps } = record();
    expect(
      told(
        {},
        { impactWindows: [{ from: minute(30), to: minute(90) }] },
        {
          outcome: 'live',
          stamps: { declaredAt: minute(100) },
          impactWindows: [],
        },
        {
          stamps: { ...stamps, resolvedAt: minute(125) },
          impactWindows: [],
        },
      ),
    ).toEqual({
      live: 1,
      resolved: 2,
      impactMs: 90 * 60_000,
      late: { n: 0, of: 0 },
      overdueActions: 0,
    });
  });

  it('counts the updates that were due in the week and did not come by then', () => {
    const updates = [
      { dueAt: minute(-90) },
      { dueAt: minute(10), postedAt: minute(8) },
      { dueAt: minute(20), postedAt: minute(25) },
      { dueAt: minute(40) },
      { dueAt: minute(125) },
    ];
    expect(told({ course: { updates } })?.late).toEqual({ n: 2, of: 3 });
  });

  it('tells of no drill and of nothing that was dismissed', () => {
    expect(told({ mode: 'drill' }, { outcome: 'dismissed' })).toBeUndefined();
  });

  it('tells of overdue action items also where nothing happened', () => {
    expect(digestOf([], 2, week, now)).toMatchObject({
      resolved: 0,
      overdueActions: 2,
    });
  });

  it('tells nothing of a week in which nothing happened', () => {
    const stamps = { declaredAt: minute(-300), resolvedAt: minute(-240) };
    const impactWindows = [{ from: minute(-300), to: minute(-240) }];
    expect(told({ stamps, impactWindows })).toBeUndefined();
    expect(told()).toBeUndefined();
  });
});
