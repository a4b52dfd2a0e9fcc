import fc from 'fast-check';
import { minute, MINUTE } from '../incidents/__testUtils__/stage';
import {
  commonTo,
  lengthOf,
  periodsOf,
  sumOf,
  unionOf,
  upTo,
  within,
  type Period,
} from './spans';

function period(from: number, to: number): Period {
  return { from: minute(from), to: minute(to) };
}

const periods = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 60 }))
    .map(([from, length]) => period(from, from + length)),
);

describe('periods', () => {
  it('are as long as they are, and never less than nothing', () => {
    expect(lengthOf(period(3, 5))).toBe(2 * MINUTE);
    expect(lengthOf(period(5, 3))).toBe(0);
  });

  it('have come as far as now', () => {
    expect(
      upTo(minute(10), [{ from: minute(0) }, period(2, 5), period(8, 20)]),
    ).toEqual([period(0, 10), period(2, 5), period(8, 10)]);
  });

  it('are cut to a frame', () => {
    expect(
      within(period(10, 20), [period(0, 5), period(5, 12), period(18, 30)]),
    ).toEqual([period(10, 12), period(18, 20)]);
  });

  it('unite where they overlap or touch', () => {
    expect(
      unionOf([period(10, 20), period(0, 5), period(15, 25), period(25, 30)]),
    ).toEqual([period(0, 5), period(10, 30)]);
    expect(unionOf([period(4, 4)])).toEqual([]);
  });

  it('have in common what lies in both', () => {
    expect(commonTo([period(0, 10), period(20, 30)], [period(5, 25)])).toEqual([
      period(5, 10),
      period(20, 25),
    ]);
  });

  it('united are never longer than their sum, nor shorter than the longest', () => {
    fc.assert(
      fc.property(periods, given => {
        const union = unionOf(given);
        expect(sumOf(union)).toBeLessThanOrEqual(sumOf(given));
        expect(sumOf(union)).toBeGreaterThanOrEqual(
          Math.max(0, ...given.map(lengthOf)),
        );
        expect(unionOf([...given].reverse())).toEqual(union);
        expect(unionOf(union)).toEqual(union);
        union.slice(1).forEach(({ from }, index) => {
          expect(union[index].to < from).toBe(true);
        });
      }),
    );
  });
});

describe('entries that hold until the next one', () => {
  const at = (...minutes: number[]) =>
    periodsOf(
      minutes.map(since => ({ since: minute(since) })),
      period(0, 40),
    ).map(({ period: its }) => its);

  it('have a period each, the last one up to the end', () => {
    expect(at(0, 10, 15)).toEqual([
      period(0, 10),
      period(10, 15),
      period(15, 40),
    ]);
  });

  it('take no time where a later one is said to have begun before', () => {
    expect(at(0, 20, 15)).toEqual([
      period(0, 15),
      period(15, 15),
      period(15, 40),
    ]);
  });

  it('take none outside the frame', () => {
    expect(at(-20, -10, 50)).toEqual([
      period(0, 0),
      period(0, 40),
      period(40, 40),
    ]);
  });
});
