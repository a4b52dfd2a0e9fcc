/** So many incidents may have brought about one action item at most. */
export const ORIGINS_MAX = 50;
