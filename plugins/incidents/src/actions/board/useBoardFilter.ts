import {
  ACTION_STATUSES,
  ACTION_TYPES,
  type ActionsQuery,
  type ActionType,
} from '@linchpin/backstage-plugin-incidents-common';
import { useAddressQuery } from '../../navigation/navigation';
import { type LaneKind, LANES } from './lanes';

export const WHOSE = ['all', 'mine', 'overdue'] as const;
export type Whose = (typeof WHOSE)[number];

/** What of the board is shown and how it is divided; lives in the address. */
export function useBoardFilter() {
  const address = useAddressQuery();
  const q = address.get('q') ?? '';
  const whose = WHOSE.find(each => each === address.get('whose')) ?? 'all';
  const lanes = LANES.find(each => each === address.get('lanes')) ?? 'none';
  const types = ACTION_TYPES.filter(type =>
    address.getAll('type').includes(type),
  );
  const owner = address.get('owner');
  const scope = address.get('scope');
  const incident = address.get('incident');
  const factor = address.get('factor');
  const showsWontDo = address.get('wontDo') === 'true';
  const query: Omit<Partial<ActionsQuery>, 'cursor'> = {
    status: ACTION_STATUSES.filter(
      status => showsWontDo || status !== 'wont-do',
    ),
    ...(q && { q }),
    ...(whose === 'mine' && { mine: 'true' as const }),
    ...(whose === 'overdue' && { overdue: 'true' as const }),
    ...(types.length > 0 && { type: types }),
    ...(owner && { owner: [owner] }),
    ...(scope && { scope }),
    ...(incident && { incident }),
    ...(factor && { factor: [factor] }),
  };
  return {
    query,
    q,
    whose,
    lanes,
    types,
    owner,
    scope,
    incident,
    factor,
    showsWontDo,
    isFiltered: Boolean(
      q ||
      whose !== 'all' ||
      types.length > 0 ||
      owner ||
      scope ||
      incident ||
      factor,
    ),
    /** The number of the action item that is open beside the board. */
    open: address.get('action')?.toLocaleUpperCase('en-US'),
    setOpen: (number: string | undefined) => address.change({ action: number }),
    setQ: (next: string) => address.change({ q: next }),
    setWhose: (next: Whose) =>
      address.change({ whose: next === 'all' ? undefined : next }),
    setLanes: (next: LaneKind) =>
      address.change({ lanes: next === 'none' ? undefined : next }),
    setTypes: (next: readonly ActionType[]) => address.change({ type: next }),
    setOwner: (next: string | null) =>
      address.change({ owner: next ?? undefined }),
    setShowsWontDo: (next: boolean) =>
      address.change({ wontDo: next ? 'true' : undefined }),
    clear: () =>
      address.change({
        q: undefined,
        whose: undefined,
        type: undefined,
        owner: undefined,
        scope: undefined,
        incident: undefined,
        factor: undefined,
      }),
  };
}

export type BoardFilter = ReturnType<typeof useBoardFilter>;
