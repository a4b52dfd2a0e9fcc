/* What bounds the state of a review. */

export const FACTORS_MAX = 50;
export const COMMENTS_MAX = 500;

/** Texts of one section that may wait to be joined. */
export const BESIDE_MAX = 20;

/** Entries of a timeline that were put in, left out or annotated by hand. */
export const ENTRIES_MAX = 1_000;
