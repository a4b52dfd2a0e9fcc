import { columnOf, movesOf } from './columns';

const tomas = { ref: 'user:default/tomas', title: 'Tomás Silva' };

describe('the columns of the board', () => {
  it('keep apart what nobody does, as long as there is something to do', () => {
    expect(columnOf({ status: 'accepted', responsible: null })).toBe(
      'needs-owner',
    );
    expect(columnOf({ status: 'accepted', responsible: tomas })).toBe(
      'accepted',
    );
    expect(columnOf({ status: 'done', responsible: null })).toBe('done');
  });

  it('let an action item go where its status allows', () => {
    const to = (...given: Parameters<typeof movesOf>) =>
      movesOf(...given).map(move => move.to);

    expect(to({ status: 'proposed', responsible: tomas })).toEqual([
      'needs-owner',
      'accepted',
      'wont-do',
    ]);
    expect(to({ status: 'done', responsible: tomas })).toEqual([
      'accepted',
      'verified',
    ]);
  });

  it('ask for somebody to do it before it goes on', () => {
    expect(movesOf({ status: 'proposed', responsible: null })[0]).toEqual({
      to: 'proposed',
      start: 'assign',
    });
  });
});
