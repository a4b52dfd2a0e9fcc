/** Sees pages come into the outbox as another process does, beside the backend. */
export interface PageWatcher {
  /**
   * When the first page of each incident was there for all to see, by its title.
   * Resolves when all are, and ends the watching; to be asked once.
   */
  untilSeen(titles: Iterable<string>): Promise<ReadonlyMap<string, number>>;
}
