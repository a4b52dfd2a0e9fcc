import type { Duration } from './durations';
import { statisticsOf } from './percentiles';
import { trendBetween } from './trends';

function ended(count: number, milliseconds: number): Duration[] {
  return Array.from({ length: count }, () => ({ kind: 'ended', milliseconds }));
}

describe('a trend', () => {
  it('is how much longer or shorter it takes, from ten of each period on', () => {
    expect(
      trendBetween(statisticsOf(ended(10, 60)), statisticsOf(ended(12, 45))),
    ).toEqual({ kind: 'change', p50: -15, p90: -15 });
  });

  it('is none below ten, and says so', () => {
    const few = statisticsOf([...ended(9, 45), { kind: 'missing' }]);
    const enough = statisticsOf(ended(10, 60));
    expect(trendBetween(enough, few)).toEqual({
      kind: 'none',
      because: 'too-few',
      n: [10, 9],
      needed: 10,
    });
    expect(trendBetween(few, enough).kind).toBe('none');
  });

  it('is no progress where the long ones only have not ended yet', () => {
    const stuck: Duration[] = Array.from({ length: 10 }, () => ({
      kind: 'censored',
      milliseconds: 500,
    }));
    const after = statisticsOf([...ended(10, 45), ...stuck]);
    // The middle of ten times 45 and ten times 500 is 272.5.
    expect(trendBetween(statisticsOf(ended(10, 60)), after)).toEqual({
      kind: 'change',
      p50: 212.5,
      p90: 440,
    });
  });
});
