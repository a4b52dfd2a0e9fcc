import { durationScale } from './durationScale';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a scale of durations', () => {
  it('reaches from a round duration to a round duration', () => {
    expect(durationScale([7 * MINUTE, 3 * HOUR]).ticks).toEqual([
      5 * MINUTE,
      15 * MINUTE,
      30 * MINUTE,
      HOUR,
      2 * HOUR,
      4 * HOUR,
    ]);
  });

  it('gives equal factors equal room', () => {
    const { at } = durationScale([MINUTE, 4 * HOUR]);
    expect(at(4 * MINUTE) - at(2 * MINUTE)).toBeCloseTo(
      at(2 * HOUR) - at(HOUR),
    );
    expect(at(MINUTE)).toBe(0);
    expect(at(4 * HOUR)).toBe(1);
  });

  it('has room for one duration, and for what took no time', () => {
    const { ticks, at } = durationScale([0]);
    expect(ticks).toEqual([MINUTE, 2 * MINUTE]);
    expect(at(0)).toBe(0);
  });

  it('keeps what took longer than a year at its end', () => {
    const { at } = durationScale([HOUR, 900 * 24 * HOUR]);
    expect(at(900 * 24 * HOUR)).toBe(1);
  });
});
