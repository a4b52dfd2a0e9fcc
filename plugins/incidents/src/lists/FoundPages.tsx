import type {
  InfiniteData,
  UseInfiniteQueryResult,
} from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailedPart, RowSkeleton } from '../elements/states';
import { MoreRows } from './MoreRows';
import classes from './found.module.css';

/** What a filter finds, page by page, or why there is nothing to show. */
export function FoundPages<Row>(props: {
  found: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;
  /** What is said where nothing matches. */
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}) {
  const { data, error, refetch, ...pages } = props.found;
  const rows = data?.pages.flatMap(page => page.items);
  if (!rows) {
    return error ? (
      <FailedPart error={error} onRetry={refetch} />
    ) : (
      <div className={classes.card}>
        <RowSkeleton rows={8} />
      </div>
    );
  }
  if (rows.length === 0) {
    return <div className={classes.card}>{props.empty}</div>;
  }
  return (
    <>
      {props.children(rows)}
      <MoreRows
        hasMore={pages.hasNextPage}
        isPending={pages.isFetchingNextPage}
        onMore={pages.fetchNextPage}
      />
    </>
  );
}
