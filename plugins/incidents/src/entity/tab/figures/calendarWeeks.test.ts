import { dayIn, weekdayOf, weeksBetween } from './calendarWeeks';

describe('the weeks of a calendar', () => {
  it('begin on Mondays and end with the last day', () => {
    expect(weeksBetween('2026-11-18', '2026-11-24', 53)).toEqual([
      [
        '2026-11-16',
        '2026-11-17',
        '2026-11-18',
        '2026-11-19',
        '2026-11-20',
        '2026-11-21',
        '2026-11-22',
      ],
      ['2026-11-23', '2026-11-24'],
    ]);
  });

  it('are 53 for a year up to the middle of a week', () => {
    const weeks = weeksBetween('2025-11-26', '2026-11-26', 53);
    expect(weeks).toHaveLength(53);
    expect(weeks[0][0]).toBe('2025-11-24');
  });

  it('are the last ones where there are too many', () => {
    const weeks = weeksBetween('2019-01-01', '2026-11-26', 53);
    expect(weeks).toHaveLength(53);
    expect(weeks[52]).toContain('2026-11-26');
  });

  it('go on over a day on which the clocks change', () => {
    const days = weeksBetween('2026-03-23', '2026-04-05', 53).flat();
    expect(days).toHaveLength(14);
    expect(new Set(days).size).toBe(14);
  });
});

describe('the day of an instant', () => {
  it('is that of the zone', () => {
    expect(dayIn('Europe/Berlin', '2026-11-25T23:30:00.000Z')).toBe(
      '2026-11-26',
    );
    expect(dayIn('America/New_York', '2026-01-01T03:00:00.000Z')).toBe(
      '2025-12-31',
    );
  });

  it('lies in a week that begins on a Monday', () => {
    expect(weekdayOf('2026-11-26')).toBe(3);
    expect(weekdayOf('2026-11-29')).toBe(6);
  });
});
