/** The longest list of entities that one incident may name. @public */
export const AFFECTED_MAX = 100;

/** So many alerts are moved out of an incident at once at most. */
export const MOVED_OUT_MAX = 50;
