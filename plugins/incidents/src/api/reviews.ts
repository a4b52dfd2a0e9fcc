import { useApi } from '@backstage/core-plugin-api';
import type {
  FactorsQuery,
  ReviewCommand,
  ReviewDocumentQuery,
  ReviewOutcome,
  ReviewsQuery,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { newClientId } from './clientId';
import { incidentsApiRef } from './IncidentsApi';
import { keys } from './keys';
import { paged } from './paged';

export function useReview(number: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.review(number),
    queryFn: () => api.review(number),
  });
}

export function useSectionVersions(number: string, section: string) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.sectionVersions(number, section),
    queryFn: () => api.sectionVersions(number, section),
  });
}

export function useReviewDocument(number: string, query: ReviewDocumentQuery) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.reviewDocument(number, query),
    queryFn: () => api.reviewDocument(number, query),
    placeholderData: keepPreviousData,
  });
}

/** Page by page: `fetchNextPage` goes on where the last page ended. */
export function useReviews(query: Omit<Partial<ReviewsQuery>, 'cursor'>) {
  const api = useApi(incidentsApiRef);
  return useInfiniteQuery({
    queryKey: keys.reviews(query),
    queryFn: ({ pageParam }) => api.reviews({ ...query, cursor: pageParam }),
    placeholderData: keepPreviousData,
    ...paged,
  });
}

export function useFactors(query: Partial<FactorsQuery>) {
  const api = useApi(incidentsApiRef);
  return useQuery({
    queryKey: keys.factors(query),
    queryFn: () => api.factors(query),
    placeholderData: keepPreviousData,
  });
}

/**
 * Sends one command to the review of an incident; a repeat after a broken
 * connection carries the same client id, so nothing happens twice.
 */
export function useSendToReview(incident: { id: string; number: string }) {
  const api = useApi(incidentsApiRef);
  const client = useQueryClient();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (request: {
      command: ReviewCommand;
      clientId: string;
      expectedVersion?: number;
    }) => api.sendToReview(incident.id, request),
    onError: (_error, { expectedVersion }) => {
      if (expectedVersion !== undefined) {
        client.invalidateQueries({ queryKey: keys.review(incident.number) });
      }
    },
    onSuccess: ({ review }, { command }) => {
      client.setQueryData(keys.review(incident.number), review);
      client.invalidateQueries({
        queryKey:
          command.type === 'write-section'
            ? keys.review(incident.number)
            : keys.all,
      });
    },
  });
  const send = (
    command: ReviewCommand,
    expectedVersion?: number,
  ): Promise<ReviewOutcome> =>
    mutateAsync({ command, expectedVersion, clientId: newClientId() });
  return { send, isPending };
}
