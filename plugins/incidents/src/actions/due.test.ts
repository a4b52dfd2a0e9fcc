import { daysLeft, heatOf, overdueDays } from './due';

const dueAt = '2026-12-01T22:59:59.000Z';
const open = { dueAt, status: 'accepted' as const };
const at = (instant: string) => Date.parse(instant);

describe('the due day of an action item', () => {
  it('is over from the first moment after it, and counted in days begun', () => {
    expect(overdueDays(open, at(dueAt))).toBe(0);
    expect(overdueDays(open, at('2026-12-01T23:00:00Z'))).toBe(1);
    expect(overdueDays(open, at('2026-12-10T12:00:00Z'))).toBe(9);
    expect(heatOf(open, at('2026-12-02T08:00:00Z'))).toBe('overdue');
  });

  it('is near on the day itself and two days before', () => {
    expect(daysLeft(dueAt, at('2026-12-01T08:00:00Z'))).toBe(0);
    expect(heatOf(open, at('2026-12-01T08:00:00Z'))).toBe('near');
    expect(heatOf(open, at('2026-11-29T08:00:00Z'))).toBe('near');
    expect(heatOf(open, at('2026-11-28T08:00:00Z'))).toBe('calm');
  });

  it('presses nobody once the work is done', () => {
    const done = { dueAt, status: 'done' as const };
    expect(overdueDays(done, at('2026-12-10T12:00:00Z'))).toBe(0);
    expect(heatOf(done, at('2026-12-10T12:00:00Z'))).toBe('calm');
  });
});
