import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiSearchLine } from '@remixicon/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useActions } from '../../api/actions';
import { EmptyState, FailedPart, RowSkeleton } from '../../elements/states';
import { MoreRows } from '../../lists/MoreRows';
import { useSelection } from '../../lists/useSelection';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { incidentsListsTranslationRef } from '../../translations/lists';
import { ActionCommandsProvider } from '../commands/ActionCommandsProvider';
import { ActionPanel } from '../panel/ActionPanel';
import { Board } from './Board';
import { BoardToolbar } from './BoardToolbar';
import { BulkBar } from './BulkBar';
import { COLUMNS } from './columns';
import { type Direction, gridOf, stepFrom } from './grid';
import { lanesOf } from './lanes';
import { NarrowedTo } from './NarrowedTo';
import { useBoardFilter } from './useBoardFilter';
import { useBoardKeys } from './useBoardKeys';

/** What is to be done because of incidents, and how it stands. */
export const BoardPage = () => (
  <ActionCommandsProvider>
    <BoardRoom />
  </ActionCommandsProvider>
);

const BoardRoom = () => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { t: list } = useTranslationRef(incidentsListsTranslationRef);
  const filter = useBoardFilter();
  const answer = useActions(filter.query);
  const { data } = answer;
  const actions = useMemo(
    () => data?.pages.flatMap(page => page.items) ?? [],
    [data],
  );
  const lanes = useMemo(
    () => lanesOf(actions, filter.lanes),
    [actions, filter.lanes],
  );
  const columns = COLUMNS.filter(
    column => filter.showsWontDo || column !== 'wont-do',
  );
  const grid = gridOf(lanes, columns);
  const selection = useSelection(actions);
  const [at, setAt] = useState('');
  const current =
    actions.find(({ number }) => number === at) ?? grid.flat(2)[0];
  const boardRef = useRef<HTMLDivElement>(null);
  const filterRef = useRef<HTMLDivElement>(null);

  const lookAt = (number: string) => {
    setAt(number);
    cardPart(boardRef.current, number, '[data-title]')?.focus();
  };
  const step = (direction: Direction) =>
    lookAt(stepFrom(grid, current?.number ?? '', direction));

  useAfterClosing(filter.open, lookAt);
  useBoardKeys({
    current,
    selected: selection.items,
    begin: () => current && lookAt(current.number),
    toggle: selection.toggle,
    clear: selection.clear,
    open: filter.setOpen,
    openMoves: number =>
      cardPart(boardRef.current, number, '[data-move]')?.click(),
    goToFilter: () => filterRef.current?.querySelector('input')?.focus(),
  });

  return (
    <>
      <BoardToolbar
        filter={filter}
        counts={data?.pages[0].counts}
        filterRef={filterRef}
      />
      <NarrowedTo filter={filter} />
      {answer.error && !data && (
        <FailedPart error={answer.error} onRetry={answer.refetch} />
      )}
      {answer.isPending && <RowSkeleton rows={6} />}
      {data && actions.length === 0 && filter.isFiltered && (
        <EmptyState
          icon={<RiSearchLine />}
          title={t('nothingFound')}
          action={
            <Button variant="secondary" onPress={filter.clear}>
              {list('clear')}
            </Button>
          }
        />
      )}
      {data && actions.length === 0 && !filter.isFiltered && (
        <EmptyState icon={<RiCheckLine />} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      )}
      {actions.length > 0 && (
        <div ref={boardRef} aria-busy={answer.isPlaceholderData}>
          <Board
            columns={columns}
            lanes={lanes}
            grid={grid}
            isWhole={!answer.hasNextPage}
            current={current?.number}
            selection={selection}
            onLookAt={setAt}
            onStep={step}
            onOpen={filter.setOpen}
          />
        </div>
      )}
      <MoreRows
        hasMore={answer.hasNextPage}
        isPending={answer.isFetchingNextPage}
        onMore={answer.fetchNextPage}
      />
      <BulkBar selection={selection} />
      {filter.open && (
        <ActionPanel
          number={filter.open}
          onClose={() => filter.setOpen(undefined)}
        />
      )}
    </>
  );
};

/** Says which one was open, once it is not: its card may stand elsewhere by then. */
function useAfterClosing(
  open: string | undefined,
  onClosed: (number: string) => void,
) {
  const latest = useRef(onClosed);
  latest.current = onClosed;
  const before = useRef(open);
  useEffect(() => {
    if (before.current && !open) {
      latest.current(before.current);
    }
    before.current = open;
  }, [open]);
}

function cardPart(board: HTMLElement | null, number: string, part: string) {
  return board?.querySelector<HTMLElement>(
    `[data-number="${CSS.escape(number)}"] ${part}`,
  );
}
