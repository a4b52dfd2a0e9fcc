import fc from 'fast-check';
import {
  countIn,
  daysOf,
  itemsIn,
  monthsOf,
  timeIn,
  weeksOf,
} from './calendar';
import { sumOf } from './spans';

const HOUR = 3_600_000;
const hours = (buckets: { from: string; to: string }[]) =>
  buckets.map(bucket => sumOf([bucket]) / HOUR);

const spring = {
  from: '2026-03-28T12:00:00.000Z',
  to: '2026-03-30T12:00:00.000Z',
};

describe('days', () => {
  it('have 23 hours in Berlin when summer time begins', () => {
    const days = daysOf(spring, 'Europe/Berlin');
    expect(days).toEqual([
      {
        day: '2026-03-28',
        from: '2026-03-27T23:00:00.000Z',
        to: '2026-03-28T23:00:00.000Z',
      },
      {
        day: '2026-03-29',
        from: '2026-03-28T23:00:00.000Z',
        to: '2026-03-29T22:00:00.000Z',
      },
      {
        day: '2026-03-30',
        from: '2026-03-29T22:00:00.000Z',
        to: '2026-03-30T22:00:00.000Z',
      },
    ]);
    expect(hours(days)).toEqual([24, 23, 24]);
  });

  it('have 25 hours in Berlin when it ends', () => {
    expect(
      hours(
        daysOf(
          { from: '2026-10-24T12:00:00.000Z', to: '2026-10-26T12:00:00.000Z' },
          'Europe/Berlin',
        ),
      ),
    ).toEqual([24, 25, 24]);
  });

  it('begin at one where the clocks skip midnight, as in Beirut', () => {
    const [, day] = daysOf(spring, 'Asia/Beirut');
    expect(day).toEqual({
      day: '2026-03-29',
      from: '2026-03-28T22:00:00.000Z',
      to: '2026-03-29T21:00:00.000Z',
    });
  });

  it('are those that the period touches, at least the one that it begins on', () => {
    const midnight = '2026-11-21T00:00:00.000Z';
    const next = '2026-11-22T00:00:00.000Z';
    expect(daysOf({ from: midnight, to: next }, 'UTC')).toHaveLength(1);
    expect(daysOf({ from: midnight, to: midnight }, 'UTC')).toHaveLength(1);
  });

  it('follow one another without gaps, whatever the zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Berlin',
          'America/New_York',
          'Australia/Lord_Howe',
          'Pacific/Apia',
          'Asia/Kathmandu',
        ),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 400 }),
        (zone, start, length) => {
          const from = new Date(start * 24 * HOUR).toISOString();
          const to = new Date((start + length) * 24 * HOUR).toISOString();
          const days = daysOf({ from, to }, zone);
          expect(days[0].from <= from).toBe(true);
          expect(days[days.length - 1].to >= to).toBe(true);
          days.slice(1).forEach((day, index) => {
            expect(day.from).toBe(days[index].to);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are those of a zone that exists', () => {
    expect(() => daysOf(spring, 'Europe/Entenhausen')).toThrow(RangeError);
  });
});

describe('weeks', () => {
  it('begin on Monday, and the one in which the clocks change is an hour shorter', () => {
    const weeks = weeksOf(
      { from: '2026-03-25T12:00:00.000Z', to: '2026-03-31T00:00:00.000Z' },
      'Europe/Berlin',
    );
    expect(weeks.map(({ day }) => day)).toEqual(['2026-03-23', '2026-03-30']);
    expect(hours(weeks)).toEqual([167, 168]);
  });
});

describe('what lies in buckets', () => {
  const days = daysOf(spring, 'Europe/Berlin');

  it('counts on the day that it was there, not in UTC', () => {
    expect(
      countIn(days, [
        '2026-03-27T22:59:59.999Z',
        '2026-03-28T22:59:59.999Z',
        '2026-03-28T23:00:00.000Z',
        '2026-03-29T21:59:59.999Z',
        '2026-03-30T22:00:00.000Z',
      ]),
    ).toEqual([1, 2, 0]);
  });

  it('is divided where it lasts past midnight', () => {
    const night = {
      from: '2026-03-28T21:30:00.000Z',
      to: '2026-03-29T00:00:00.000Z',
    };
    expect(timeIn(days, [night]).map(ms => ms / HOUR)).toEqual([1.5, 1, 0]);
  });

  it('adds up to what lies in all of them', () => {
    const whole = {
      from: '2026-01-01T00:00:00.000Z',
      to: '2027-01-01T00:00:00.000Z',
    };
    expect(timeIn(days, [whole]).map(ms => ms / HOUR)).toEqual([24, 23, 24]);
  });
});

describe('what was on each day', () => {
  const days = daysOf(spring, 'Europe/Berlin');
  const spans = {
    night: [
      { from: '2026-03-28T21:30:00.000Z', to: '2026-03-29T00:00:00.000Z' },
    ],
    twice: [
      { from: '2026-03-28T12:00:00.000Z', to: '2026-03-28T13:00:00.000Z' },
      { from: '2026-03-30T11:00:00.000Z', to: '2026-03-30T12:00:00.000Z' },
    ],
    moment: [
      { from: '2026-03-29T22:00:00.000Z', to: '2026-03-29T22:00:00.000Z' },
    ],
  };
  const names = Object.keys(spans) as (keyof typeof spans)[];

  it('is what lies in it wholly, in part, or without length at its beginning', () => {
    expect(itemsIn(days, names, name => spans[name])).toEqual([
      ['night', 'twice'],
      ['night'],
      ['twice', 'moment'],
    ]);
  });

  it('ends where the next day begins', () => {
    const day = { from: days[0].from, to: days[0].to };
    expect(itemsIn(days, ['it'], () => [day])).toEqual([['it'], [], []]);
  });
});

describe('months', () => {
  it('are those of the zone, also where it is another one in UTC', () => {
    const period = {
      from: '2025-11-30T23:30:00.000Z',
      to: '2026-01-31T23:30:00.000Z',
    };
    expect(monthsOf(period, 'Europe/Berlin')).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsOf(period, 'UTC')).toEqual(['2025-11', '2025-12', '2026-01']);
  });

  it('are at least the one that the period begins in', () => {
    const at = '2026-11-21T00:00:00.000Z';
    expect(monthsOf({ from: at, to: at }, 'UTC')).toEqual(['2026-11']);
  });
});
