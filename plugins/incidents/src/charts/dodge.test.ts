import { dodge } from './dodge';

const dots = (...places: number[]) =>
  places.map(from => ({ from, to: from + 10 }));

describe('dots that would cover one another', () => {
  it('stay where they have room', () => {
    expect(dodge(dots(0, 10, 20), 3)).toEqual([0, 0, 0]);
  });

  it('move up and down in turn, and back when there is room again', () => {
    expect(dodge(dots(0, 0, 1, 2, 12), 3)).toEqual([0, 1, -1, 2, 0]);
  });

  it('make way for one that is longer than others', () => {
    expect(dodge([{ from: 0, to: 24 }, ...dots(12, 30)], 3)).toEqual([0, 1, 0]);
  });

  it('overlap where there are too many', () => {
    expect(dodge(dots(0, 0, 0, 0), 1)).toEqual([0, 1, -1, 0]);
  });
});
