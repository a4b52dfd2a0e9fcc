import { useApi } from '@backstage/core-plugin-api';
import type {
  Action,
  ActionDetail,
  ActionsQuery,
  CreateActionRequest,
  FollowThroughQuery,
  UserActionCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { newClientId } from './clientId';
import { incidentsApiRef } from './IncidentsApi';
import { keys } from './keys';
import { paged } from './paged';

/** Page by page: `fetchNextPage` goes on where the last page ended. */
export function useActions(query: Omit<Partial<ActionsQuery>, 'cursor'>) {
  const api = useApi(incidentsApiRef);
  return useInfiniteQuery({
    queryKey: keys.actions(query),
    queryFn: ({ pageParam }) => api.actions({ ...query, cursor: pageParam }),
    placeholderData: keepPreviousData,
    ...paged,
  });
}

/** @param idOrNumber - the id, or the number such as `ACT-12` */
export function useAction(idOrNumber: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.action(idOrNumber),
    queryFn: () => api.action(idOrNumber),
  });
}

export function useFollowThrough(query: Partial<FollowThroughQuery>) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.followThrough(query),
    queryFn: () => api.followThrough(query),
    placeholderData: keepPreviousData,
  });
}

export function useTrackers() {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.trackers,
    queryFn: () => api.trackers(),
    staleTime: Infinity,
  });
}

/** Proposes an action item; a repeat after a broken connection makes no second one. */
export function useCreateAction() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (request: CreateActionRequest) => api.createAction(request),
    onSuccess: action => remember(client, action),
  });
  const create = (request: CreateActionRequest): Promise<ActionDetail> =>
    mutateAsync({ clientId: newClientId(), ...request });
  return { create, isPending };
}

/** Sends one command to one action item. */
export function useSendToAction() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (intent: {
      id: string;
      command: UserActionCommand;
      clientId: string;
      expectedVersion?: number;
    }) => {
      const { id, ...request } = intent;
      return api.sendToAction(id, request);
    },
    onSuccess: action => remember(client, action),
    onError: () => client.invalidateQueries({ queryKey: keys.all }),
  });
  const send = (
    action: Pick<Action, 'id'>,
    command: UserActionCommand,
    expectedVersion?: number,
  ): Promise<ActionDetail> =>
    mutateAsync({
      id: action.id,
      command,
      expectedVersion,
      clientId: newClientId(),
    });
  return { send, isPending };
}

/** Sends one command to several action items. */
export function useSendToActions() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (request: {
      ids: string[];
      command: UserActionCommand;
      clientId: string;
    }) => api.sendToActions(request),
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  });
  const sendToAll = (ids: string[], command: UserActionCommand) =>
    mutateAsync({ ids, command, clientId: newClientId() });
  return { sendToAll, isPending };
}

function remember(client: QueryClient, action: ActionDetail) {
  client.setQueryData(keys.action(action.number), action);
  client.setQueryData(keys.action(action.id), action);
  client.invalidateQueries({ queryKey: keys.all });
}
