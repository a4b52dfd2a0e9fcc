/** The longest list of entities that one incident may name. @public */
export const AFFECTED_MAX = 100;
