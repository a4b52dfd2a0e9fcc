import { useApi } from '@backstage/core-plugin-api';
import type {
  CommandOutcome,
  CreateKeyRequest,
  DeclareRequest,
  IncidentDetail,
  IncidentExportQuery,
  UserCommand,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  type QueryClient,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { newClientId } from './clientId';
import { OutdatedIncident } from './errors';
import { incidentsApiRef } from './IncidentsApi';
import { keys } from './keys';

/** What is meant to happen to one incident. */
export interface CommandIntent {
  incident: { id: string; number: string };
  command: UserCommand;
  /** Where the user edits what was on screen: the version that was shown. */
  expectedVersion?: number;
}

/**
 * Sends one command. A repeat after a broken connection carries the same client
 * id, so nothing happens twice.
 */
export function useSendCommand() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (intent: CommandIntent & { clientId: string }) =>
      api.send(intent.incident.id, {
        command: intent.command,
        clientId: intent.clientId,
        expectedVersion: intent.expectedVersion,
      }),
    onMutate: intent => expectFollowing(client, intent),
    onError: (error, _intent, undo) => {
      undo?.();
      if (error instanceof OutdatedIncident) {
        client.invalidateQueries({ queryKey: keys.all });
      }
    },
    onSuccess: outcome => remember(client, outcome),
  });
  const send = (intent: CommandIntent): Promise<CommandOutcome> =>
    mutateAsync({ ...intent, clientId: newClientId() });
  return { send, isPending };
}

/** Sends one verdict to several incidents. */
export function useBulkCommand() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (request: {
      ids: string[];
      command: UserCommand;
      clientId: string;
    }) => api.sendToAll(request),
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  });
  const sendToAll = (ids: string[], command: UserCommand) =>
    mutateAsync({ ids, command, clientId: newClientId() });
  return { sendToAll, isPending };
}

/** Reports a problem or declares an incident. */
export function useDeclare() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (request: DeclareRequest) => api.declare(request),
    onSuccess: incident => {
      keepIncident(client, incident);
      client.invalidateQueries({ queryKey: keys.all });
    },
  });
  const declare = (request: DeclareRequest) =>
    mutateAsync({ clientId: newClientId(), ...request });
  return { declare, isPending };
}

/** Queues again what could not be delivered. */
export function useResend() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => api.resend(ids),
    onSettled: () => client.invalidateQueries({ queryKey: keys.setup }),
  });
}

/** Makes an integration key; once, since a second one would be a key that nobody has seen. */
export function useCreateKey() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: CreateKeyRequest) => api.createKey(request),
    retry: false,
    onSettled: () =>
      client.invalidateQueries({ queryKey: keys.integrationKeys }),
  });
}

/** Revokes an integration key. */
export function useRevokeKey() {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.revokeKey(id),
    onSettled: () =>
      client.invalidateQueries({ queryKey: keys.integrationKeys }),
  });
}

/** Sends a file of another system to be planned. */
export function useSendImport() {
  const api = useApi(incidentsApiRef);
  return useMutation({
    mutationFn: (files: { mapping: File; file: File }) => api.sendImport(files),
    retry: false,
    onSettled: useImportsChanged(),
  });
}

/** Lets a planned import begin. */
export function useStartImport() {
  const api = useApi(incidentsApiRef);
  return useMutation({
    mutationFn: (id: string) => api.startImport(id),
    onSettled: useImportsChanged(),
  });
}

/** Ends an import before its time. */
export function useCancelImport() {
  const api = useApi(incidentsApiRef);
  return useMutation({
    mutationFn: (id: string) => api.cancelImport(id),
    onSettled: useImportsChanged(),
  });
}

function useImportsChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.imports });
}

/** Fetches a list as a file. */
export function useExport() {
  const api = useApi(incidentsApiRef);
  return useMutation({
    mutationFn: (
      query: Partial<IncidentExportQuery> & Pick<IncidentExportQuery, 'format'>,
    ) => api.exportIncidents(query),
  });
}

function remember(client: QueryClient, outcome: CommandOutcome) {
  keepIncident(client, outcome.incident);
  client.invalidateQueries({ queryKey: keys.all });
}

function keepIncident(client: QueryClient, incident: IncidentDetail) {
  client.setQueryData(keys.incident(incident.number), incident);
  client.setQueryData(keys.incident(incident.id), incident);
}

/** Following shows at once; whatever else a command does is for the backend to say. */
function expectFollowing(client: QueryClient, intent: CommandIntent) {
  const { type } = intent.command;
  if (type !== 'follow' && type !== 'unfollow') {
    return undefined;
  }
  const key = keys.incident(intent.incident.number);
  const before = client.getQueryData<IncidentDetail>(key);
  if (!before) {
    return undefined;
  }
  const follows = type === 'follow';
  client.setQueryData<IncidentDetail>(key, {
    ...before,
    followers: before.followers + (follows ? 1 : -1),
    viewer: { ...before.viewer, follows },
  });
  return () => client.setQueryData(key, before);
}
