import {
  dayOf,
  endOfDay,
  endOfWorkingDay,
  workingDayFrom,
} from './workingDays';

const BERLIN = 'Europe/Berlin';

describe('working days', () => {
  it('ends a day where the next one begins, also where the clocks change', () => {
    expect(endOfDay('2026-11-26', BERLIN)).toBe('2026-11-26T23:00:00.000Z');
    expect(endOfDay('2026-10-25', BERLIN)).toBe('2026-10-25T23:00:00.000Z');
    expect(endOfDay('2026-10-24', BERLIN)).toBe('2026-10-24T22:00:00.000Z');
  });

  it('takes the day from the zone and not from UTC', () => {
    expect(dayOf('2026-11-26T23:30:00.000Z', BERLIN)).toBe('2026-11-27');
  });

  it('leaves out Saturday and Sunday, forwards and backwards', () => {
    const thursday = '2026-11-26T12:00:00.000Z';
    expect(workingDayFrom(thursday, 1, 'UTC')).toBe('2026-11-27');
    expect(workingDayFrom(thursday, 3, 'UTC')).toBe('2026-12-01');
    expect(workingDayFrom(thursday, -4, 'UTC')).toBe('2026-11-20');
  });

  it('counts from a weekend as from the Friday before it', () => {
    const sunday = '2026-11-29T12:00:00.000Z';
    expect(workingDayFrom(sunday, 1, 'UTC')).toBe('2026-11-30');
    expect(workingDayFrom(sunday, -1, 'UTC')).toBe('2026-11-27');
    expect(workingDayFrom(sunday, 0, 'UTC')).toBe('2026-11-29');
  });

  it('is due by the end of the day', () => {
    expect(endOfWorkingDay('2026-11-24T09:00:00.000Z', 3, BERLIN)).toBe(
      '2026-11-27T23:00:00.000Z',
    );
  });
});
