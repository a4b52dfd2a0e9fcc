import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { type KeyboardEvent, useState } from 'react';
import type { Selection } from '../../lists/useSelection';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { ActionCard } from './ActionCard';
import classes from './Board.module.css';
import { BoardColumn } from './BoardColumn';
import { type Column, movesOf } from './columns';
import type { Direction, Grid } from './grid';
import type { Lane } from './lanes';
import { useMove } from './useMove';

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Columns by state, lanes across them; on a phone one list, grouped by state. */
export const Board = (props: {
  columns: readonly Column[];
  lanes: readonly Lane[];
  grid: Grid;
  /** Whether there are no more than these. */
  isWhole: boolean;
  current: string | undefined;
  selection: Selection<Action>;
  onLookAt: (number: string) => void;
  onStep: (direction: Direction) => void;
  onOpen: (number: string) => void;
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { columns, lanes, grid, current, selection } = props;
  const [dragged, setDragged] = useState<Action>();
  const move = useMove();
  const ways = dragged ? movesOf(dragged) : [];
  const countOf = (index: number) =>
    grid.reduce((sum, lane) => sum + lane[index].length, 0);

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (direction && (event.target as Element).matches('[data-title]')) {
      event.preventDefault();
      props.onStep(direction);
    }
  };

  return (
    <div
      className={classes.board}
      style={{
        gridTemplateColumns: tracksOf(columns.map((_, i) => countOf(i))),
      }}
      data-selecting={selection.items.length > 0 || undefined}
      onKeyDown={onKeyDown}
      role="presentation"
    >
      {columns.map((column, index) => (
        <h2 key={column} className={classes.head}>
          {t(`column_${column}`)}
          <span className={classes.count}>
            {countOf(index)}
            {props.isWhole ? '' : '+'}
          </span>
        </h2>
      ))}
      {lanes.map((lane, laneIndex) => (
        <section
          key={lane.id}
          className={classes.lane}
          aria-label={lane.title ?? undefined}
        >
          {lanes.length > 1 && <LaneHead lane={lane} />}
          {columns.map((column, index) => (
            <div
              key={column}
              className={classes.cell}
              data-empty={grid[laneIndex][index].length === 0 || undefined}
            >
              <h3 className={classes.group}>
                {t(`column_${column}`)}
                <span className={classes.count}>
                  {grid[laneIndex][index].length}
                </span>
              </h3>
              <BoardColumn
                column={column}
                lane={lanes.length > 1 ? (lane.title ?? undefined) : undefined}
                actions={grid[laneIndex][index]}
                takesDrop={ways.some(({ to }) => to === column)}
                onDrop={() => {
                  const way = ways.find(({ to }) => to === column);
                  if (dragged && way) {
                    move(dragged, way);
                  }
                  setDragged(undefined);
                }}
              >
                {action => (
                  <ActionCard
                    key={action.id}
                    action={action}
                    isCurrent={action.number === current}
                    isSelected={selection.has(action.id)}
                    onFocus={() => props.onLookAt(action.number)}
                    onOpen={() => props.onOpen(action.number)}
                    onSelect={() => selection.toggle(action.id)}
                    onDragStart={() => setDragged(action)}
                    onDragEnd={() => setDragged(undefined)}
                  />
                )}
              </BoardColumn>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
};

const LaneHead = ({ lane }: { lane: Lane }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  return (
    <header className={classes.laneHead}>
      <h2 className={classes.laneTitle}>{lane.title ?? t('noLane')}</h2>
      <span>{t('actions', { count: lane.actions.length })}</span>
      {lane.overdue > 0 && (
        <span className={classes.overdue}>
          {t('overdueCount', { count: lane.overdue })}
        </span>
      )}
    </header>
  );
};

/** What is empty takes no more room than its head, so that what is not can be read. */
function tracksOf(counts: readonly number[]): string {
  return counts
    .map(count =>
      count === 0 ? 'minmax(max-content, 0.4fr)' : 'minmax(148px, 1fr)',
    )
    .join(' ');
}
