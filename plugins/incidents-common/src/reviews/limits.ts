/* What bounds a review. */

/** Longest text of one section, in UTF-16 units. */
export const SECTION_MAX = 50_000;

export const FACTORS_MAX = 50;
export const COMMENTS_MAX = 500;

/** Texts of one section that may wait to be joined. */
export const BESIDE_MAX = 20;

/** Entries of a timeline that were put in, left out or annotated by hand. */
export const ENTRIES_MAX = 1_000;
