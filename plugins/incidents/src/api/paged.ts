/** How a list that answers page by page goes on: `fetchNextPage` begins where the last page ended. */
export const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor: string | null }) =>
    page.nextCursor ?? undefined,
};
