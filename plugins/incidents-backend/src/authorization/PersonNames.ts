/** What people are called, where that is written down: with commands and keys. */
export interface PersonNames {
  /** The name of a person by their ref. */
  nameOf(userRef: string): Promise<string>;
}
