import type {
  InboxItem,
  InboxView,
} from '@linchpin/backstage-plugin-incidents-common';
import { useRef, useState } from 'react';
import { useInbox, useIncident } from '../api/queries';
import { useCommands } from '../commands';
import { FailedPart, RowSkeleton } from '../elements/states';
import { MoreRows } from '../lists/MoreRows';
import { useSelection } from '../lists/useSelection';
import { BulkBar } from './BulkBar';
import { EmptyInbox } from './EmptyInbox';
import classes from './InboxPage.module.css';
import { InboxList } from './InboxList';
import { InboxToolbar } from './InboxToolbar';
import { KeyHints } from './KeyHints';
import { MyActionsFold } from './MyActionsFold';
import { Preview } from './preview/Preview';
import { RecoveredFold } from './RecoveredFold';
import { Tour } from './tour/Tour';
import { useCurrentRow } from './useCurrentRow';
import { useHeldRows } from './useHeldRows';
import { useInboxFilter } from './useInboxFilter';
import { useInboxKeys } from './useInboxKeys';

/** The views that show what is mine or my teams'. */
const OF_MINE: readonly InboxView[] = ['mine', 'teams'];

const STEP = 50;
const MOST = 200;
const NONE: readonly InboxItem[] = [];

/** Everything that needs a decision of mine or my teams', most urgent first, beside a preview. */
export const InboxPage = () => {
  const filter = useInboxFilter();
  const { view, q, priority } = filter;
  const [limit, setLimit] = useState(STEP);
  const inbox = useInbox({ view, q, priority, limit });
  const isOther = inbox.isPlaceholderData && inbox.data?.view !== view;
  const items = isOther ? undefined : inbox.data?.items;
  const { rows, waiting, showNew } = useHeldRows(
    [view, q, priority, limit].join(),
    inbox.isPlaceholderData ? undefined : items,
  );
  const shown = rows ?? items ?? NONE;
  const isEmpty = items !== undefined && shown.length === 0;
  const selection = useSelection(shown.map(({ incident }) => incident));
  const { current, move } = useCurrentRow(shown, filter);
  const at = current?.incident.number;
  const whole = useIncident(at ?? '', { enabled: at !== undefined }).data;
  const filterRef = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const previewRef = useRef<HTMLElement>(null);
  const { start } = useCommands();

  const goToPreview = () =>
    previewRef.current
      ?.querySelector<HTMLElement>('[data-actions] button')
      ?.focus();
  const lookAt = (number: string) =>
    number === at ? goToPreview() : filter.setAt(number);

  /** A row that has only just come is drawn, and looked at. */
  const takeUp = (number: string) => {
    showNew();
    filter.lookAt(number);
  };

  useInboxKeys({
    current: whole?.number === at ? whole : current?.incident,
    selected: selection.items,
    move: by => {
      const next = move(by);
      if (next) {
        rowLink(listRef.current, next.incident.number)?.focus();
      }
    },
    start,
    toggle: selection.toggle,
    clear: selection.clear,
    showNew,
    goToFilter: () => filterRef.current?.querySelector('input')?.focus(),
    goToPreview,
  });

  return (
    <>
      <Tour onLookAt={takeUp} />
      <InboxToolbar
        filter={filter}
        counts={inbox.data?.counts}
        waiting={waiting}
        onShowNew={showNew}
        filterRef={filterRef}
      />
      <div className={classes.panes}>
        <div ref={listRef} className={classes.main}>
          {inbox.error && !inbox.data ? (
            <FailedPart error={inbox.error} onRetry={inbox.refetch} />
          ) : (
            <div className={classes.list}>
              {!items && <RowSkeleton rows={7} />}
              {isEmpty && (
                <EmptyInbox filter={filter} teams={inbox.data?.teams ?? []} />
              )}
              <InboxList
                view={view}
                rows={shown}
                current={current?.incident.id}
                selection={selection}
                onLookAt={lookAt}
              />
              {view === 'teams' && !filter.isFiltered && (
                <RecoveredFold
                  count={inbox.data?.counts.recovered ?? 0}
                  onOpen={() => filter.setView('recovered')}
                />
              )}
            </div>
          )}
          <MoreRows
            hasMore={Boolean(inbox.data?.nextCursor) && limit < MOST}
            isPending={inbox.isPlaceholderData}
            onMore={() => setLimit(Math.min(limit + STEP, MOST))}
          />
          {OF_MINE.includes(view) && <MyActionsFold />}
          <BulkBar selection={selection} />
          {!isEmpty && <KeyHints />}
        </div>
        {!isEmpty && (
          <aside ref={previewRef} className={classes.preview}>
            {current && <Preview key={current.incident.id} item={current} />}
          </aside>
        )}
      </div>
    </>
  );
};

function rowLink(list: HTMLElement | null, number: string) {
  return list?.querySelector<HTMLElement>(
    `[data-number="${CSS.escape(number)}"] a`,
  );
}
