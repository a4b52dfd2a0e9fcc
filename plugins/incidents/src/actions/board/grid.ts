import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { type Column, columnOf } from './columns';
import type { Lane } from './lanes';

/** The cards as they stand: lanes, in each its columns, in each its action items. */
export type Grid = readonly (readonly (readonly Action[])[])[];

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The most pressing first: what is due first while open, what ended last afterwards. */
export function gridOf(
  lanes: readonly Lane[],
  columns: readonly Column[],
): Grid {
  return lanes.map(lane =>
    columns.map(column =>
      lane.actions
        .filter(action => columnOf(action) === column)
        .sort((a, b) =>
          ENDED.has(column)
            ? b.statusSince.localeCompare(a.statusSince)
            : a.dueAt.localeCompare(b.dueAt),
        ),
    ),
  );
}

const ENDED: ReadonlySet<Column> = new Set(['done', 'verified', 'wont-do']);

/**
 * The card beside another one: up and down within its column and on into the next
 * lane, left and right in its lane over columns that are empty. The same one where
 * there is none.
 */
export function stepFrom(
  grid: Grid,
  number: string,
  direction: Direction,
): string {
  const at = placeOf(grid, number);
  if (!at) {
    return grid.flat(2)[0]?.number ?? number;
  }
  const { lane, column, row } = at;
  if (direction === 'up' || direction === 'down') {
    const by = direction === 'up' ? -1 : 1;
    const cards = grid.flatMap(columns => columns[column]);
    const index = cards.findIndex(card => card.number === number);
    return (cards[index + by] ?? cards[index]).number;
  }
  const columns = grid[lane];
  const by = direction === 'left' ? -1 : 1;
  for (let next = column + by; columns[next]; next += by) {
    const cards = columns[next];
    if (cards.length > 0) {
      return cards[Math.min(row, cards.length - 1)].number;
    }
  }
  return number;
}

function placeOf(grid: Grid, number: string) {
  for (const [lane, columns] of grid.entries()) {
    for (const [column, cards] of columns.entries()) {
      const row = cards.findIndex(card => card.number === number);
      if (row >= 0) {
        return { lane, column, row };
      }
    }
  }
  return undefined;
}
