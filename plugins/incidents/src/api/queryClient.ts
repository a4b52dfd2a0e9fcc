import { ResponseError } from '@backstage/errors';
import { QueryClient } from '@tanstack/react-query';
import { InvalidField, OutdatedIncident } from './errors';

const ATTEMPTS = 2;

/** Where no signal arrives, screens are at most this old. */
export const POLL_INTERVAL_MS = 30_000;

/** The client of the plugin's server state: what failed on the way is tried again, what was refused is not. */
export function createIncidentsQueryClient(): QueryClient {
  const retry = (failures: number, error: unknown) =>
    failures < ATTEMPTS && !isRefusal(error);
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry,
        staleTime: 5_000,
        refetchInterval: POLL_INTERVAL_MS,
      },
      mutations: { retry },
    },
  });
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof InvalidField ||
    error instanceof OutdatedIncident ||
    (error instanceof ResponseError && error.statusCode < 500)
  );
}
