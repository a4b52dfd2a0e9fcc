/** What a result of the portal's search says. */
export const search = {
  review: 'Review',
} as const;
