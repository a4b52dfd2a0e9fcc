import type {
  InboxView,
  Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { PRIORITIES } from '@linchpin/backstage-plugin-incidents-common';
import { useAddressQuery } from '../navigation/navigation';

export const VIEWS = ['mine', 'teams', 'unrouted', 'recovered'] as const;
const FIRST: InboxView = 'teams';

/** What of the inbox is shown; lives in the address. */
export function useInboxFilter() {
  const address = useAddressQuery();
  const asked = address.get('view');
  const view = VIEWS.find(known => known === asked) ?? FIRST;
  const priority = PRIORITIES.filter(p =>
    address.getAll('priority').includes(p),
  );
  const q = address.get('q') ?? '';
  return {
    view,
    q,
    priority,
    isFiltered: q !== '' || priority.length > 0,
    /** The number of the row that is looked at. */
    at: address.get('at'),
    setView: (next: InboxView) =>
      address.change({
        view: next === FIRST ? undefined : next,
        at: undefined,
      }),
    setQ: (next: string) => address.change({ q: next }),
    setPriority: (next: readonly Priority[]) =>
      address.change({ priority: next }),
    /** Looks at a row of the first view, whatever is shown or left out now. */
    lookAt: (number: string) =>
      address.change({
        view: undefined,
        q: undefined,
        priority: undefined,
        at: number,
      }),
    setAt: (number: string | undefined) => address.change({ at: number }),
    clear: () => address.change({ q: undefined, priority: undefined }),
  };
}

export type InboxFilter = ReturnType<typeof useInboxFilter>;
