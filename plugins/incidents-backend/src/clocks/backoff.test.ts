import { backoffMs } from './backoff';

it('waits longer after each failure, five minutes at most', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(n => backoffMs(n, 0))).toEqual([
    1_000, 3_000, 9_000, 27_000, 81_000, 243_000, 300_000, 300_000,
  ]);
});

it('spreads what failed together', () => {
  expect(backoffMs(2, 0.5)).toBe(3_750);
  expect(backoffMs(2, 1)).toBe(4_500);
  expect(backoffMs(7, 1)).toBe(300_000);
});
