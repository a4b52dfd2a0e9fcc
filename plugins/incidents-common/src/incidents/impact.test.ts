import { minute, MINUTE } from './__testUtils__/stage';
import {
  IMPACT_WINDOWS_MAX,
  impactBeganAgain,
  impactEnded,
  impactMilliseconds,
  impactOutOfOrder,
  impactRuns,
  type ImpactWindow,
} from './impact';

const over: ImpactWindow = { from: minute(0), to: minute(10) };
const running: ImpactWindow = { from: minute(20) };

describe('the impact', () => {
  it('lasts as long as its windows, not the gaps between them', () => {
    expect(impactMilliseconds([over, running], minute(25))).toBe(15 * MINUTE);
    expect(impactMilliseconds([], minute(25))).toBe(0);
  });

  it('is never less than nothing, whatever the clocks say', () => {
    expect(impactMilliseconds([running], minute(19))).toBe(0);
  });

  it('runs while its last window is open', () => {
    expect(impactRuns([over, running])).toBe(true);
    expect(impactRuns([over])).toBe(false);
    expect(impactRuns([])).toBe(false);
  });

  it('ends once, and earlier where somebody knows better', () => {
    expect(impactEnded([running], minute(30))).toEqual([
      { ...running, to: minute(30) },
    ]);
    expect(impactEnded([over], minute(30))).toEqual([over]);
    expect(impactEnded([over], minute(5))).toEqual([
      { from: minute(0), to: minute(5) },
    ]);
  });

  it('begins again once', () => {
    expect(impactBeganAgain([over], minute(20))).toEqual([over, running]);
    expect(impactBeganAgain([over, running], minute(30))).toEqual([
      over,
      running,
    ]);
  });

  it('keeps a bounded number of windows', () => {
    const many = Array.from({ length: IMPACT_WINDOWS_MAX }, (_, index) => ({
      from: minute(index * 2),
      to: minute(index * 2 + 1),
    }));
    const again = impactBeganAgain(many, minute(IMPACT_WINDOWS_MAX * 2));
    expect(again).toHaveLength(IMPACT_WINDOWS_MAX);
    expect(again.at(-1)).toEqual({ from: many.at(-1)!.from });
  });

  it('is in order while no window overlaps the next', () => {
    expect(impactOutOfOrder([over, running])).toBeUndefined();
    const late = { from: minute(0), to: minute(21) };
    expect(impactOutOfOrder([late, running])).toBe(late);
    const turned = { from: minute(9), to: minute(8) };
    expect(impactOutOfOrder([turned])).toBe(turned);
  });
});
