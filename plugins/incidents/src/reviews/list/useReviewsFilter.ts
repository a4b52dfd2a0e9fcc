import type {
  ReviewLine,
  ReviewsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import { useAddressQuery } from '../../navigation/navigation';

export const REVIEW_STATUSES = [
  'needed',
  'draft',
  'in-review',
  'approved',
  'waived',
  'not-needed',
] as const satisfies readonly ReviewLine['status'][];

/** Which reviews are shown; lives in the address. */
export function useReviewsFilter() {
  const address = useAddressQuery();
  const wanted = address.getAll('status');
  const status = REVIEW_STATUSES.filter(each => wanted.includes(each));
  const isMine = address.get('mine') === 'true';
  const q = address.get('q') ?? '';
  const query: Partial<ReviewsQuery> = {
    status,
    mine: isMine ? 'true' : undefined,
    q,
  };
  return {
    status,
    isMine,
    q,
    query,
    isFiltered: status.length > 0 || isMine || q !== '',
    setStatus: (next: readonly string[]) => address.change({ status: next }),
    setMine: (next: boolean) =>
      address.change({ mine: next ? 'true' : undefined }),
    setQ: (next: string) => address.change({ q: next }),
    clear: () =>
      address.change({ status: undefined, mine: undefined, q: undefined }),
  };
}

export type ReviewsFilter = ReturnType<typeof useReviewsFilter>;
