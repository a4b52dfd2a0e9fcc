import { nearestInDirection } from './nearest';

const places = [
  { x: 0, y: 0 },
  { x: 50, y: 0 },
  { x: 48, y: 20 },
  { x: 10, y: 40 },
];

describe('the mark in a direction', () => {
  it('is the nearest one there', () => {
    expect(nearestInDirection(places, 1, 'down')).toBe(2);
    expect(nearestInDirection(places, 0, 'down')).toBe(3);
    expect(nearestInDirection(places, 3, 'up')).toBe(0);
  });

  it('is none at the edge', () => {
    expect(nearestInDirection(places, 0, 'up')).toBeUndefined();
    expect(nearestInDirection(places, 3, 'down')).toBeUndefined();
  });
});
