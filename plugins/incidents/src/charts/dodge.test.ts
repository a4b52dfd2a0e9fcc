import { dodge } from './dodge';

describe('dots that would cover one another', () => {
  it('stay where they have room', () => {
    expect(dodge([0, 10, 20], 10, 3)).toEqual([0, 0, 0]);
  });

  it('move up and down in turn, and back when there is room again', () => {
    expect(dodge([0, 0, 1, 2, 12], 10, 3)).toEqual([0, 1, -1, 2, 0]);
  });

  it('overlap where there are too many', () => {
    expect(dodge([0, 0, 0, 0], 10, 1)).toEqual([0, 1, -1, 0]);
  });
});
