import { anAction, someActions } from '../../../dev/actions';
import { mei, tomas } from '../../../dev/people';
import { COLUMNS } from './columns';
import { gridOf, stepFrom } from './grid';
import { lanesOf } from './lanes';

const now = Date.parse('2026-11-26T12:00:00Z');
const actions = someActions(now);

describe('the lanes of the board', () => {
  it('put first who has most overdue, and last what belongs to nobody', () => {
    const lanes = lanesOf(
      [
        ...actions,
        anAction(now, {
          number: 'ACT-99',
          title: 'x',
          age: 1,
          dueIn: 1,
          accountable: null,
        }),
      ],
      'accountable',
    );

    expect(lanes.map(({ title, overdue }) => [title, overdue])).toEqual([
      ['Mei Tanaka', 1],
      ['Ola Nordmann', 0],
      ['Payments', 0],
      [null, 0],
    ]);
  });

  it('show what is overdue under who answers for it, whoever does it', () => {
    const [lane] = lanesOf(
      [
        anAction(now, {
          number: 'ACT-1',
          title: 'Delegated',
          age: 30,
          dueIn: -1,
          status: 'accepted',
          responsible: tomas,
          accountable: mei,
        }),
      ],
      'accountable',
    );

    expect(lane).toMatchObject({ title: 'Mei Tanaka', overdue: 1 });
  });
});

describe('the keys of the board', () => {
  const grid = gridOf(lanesOf(actions, 'none'), COLUMNS);

  it('go up and down in a column, and stay at its ends', () => {
    expect(stepFrom(grid, 'ACT-12', 'down')).toBe('ACT-16');
    expect(stepFrom(grid, 'ACT-16', 'down')).toBe('ACT-16');
    expect(stepFrom(grid, 'ACT-16', 'up')).toBe('ACT-12');
  });

  it('go left and right over columns that are empty', () => {
    expect(stepFrom(grid, 'ACT-14', 'right')).toBe('ACT-15');
    expect(stepFrom(grid, 'ACT-16', 'right')).toBe('ACT-9');
    expect(stepFrom(grid, 'ACT-14', 'left')).toBe('ACT-14');
  });

  it('go on into the next lane', () => {
    const lanes = gridOf(lanesOf(actions, 'factor'), COLUMNS);
    expect(stepFrom(lanes, 'ACT-12', 'down')).toBe('ACT-16');
  });

  it('begin at the first card', () => {
    expect(stepFrom(grid, '', 'down')).toBe('ACT-14');
  });
});
