import { Chance } from './Chance';

const draws = (seed: number, count: number) => {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => chance.draw());
};

describe('Chance', () => {
  it('is the same each time for a seed, and another one for another', () => {
    expect(draws(7, 5)).toEqual(draws(7, 5));
    expect(draws(7, 5)).not.toEqual(draws(8, 5));
  });

  it('is spread evenly', () => {
    const values = draws(7, 10_000);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(values.filter(value => value < 0.1).length).toBeGreaterThan(900);
    expect(values.filter(value => value < 0.1).length).toBeLessThan(1_100);
  });

  it('makes half of the times shorter than usual and some much longer', () => {
    const chance = new Chance(7);
    const times = Array.from({ length: 1_000 }, () => chance.timeAround(40));
    const shorter = times.filter(time => time < 40).length;
    expect(shorter).toBeGreaterThan(450);
    expect(shorter).toBeLessThan(550);
    expect(times.filter(time => time > 98).length).toBeGreaterThan(60);
  });
});
