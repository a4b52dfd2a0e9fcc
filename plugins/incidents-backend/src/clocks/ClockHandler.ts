import type { Knex } from 'knex';
import type { DueClock } from './ClockStore';

/** What firing clocks leaves to be done once it is committed. */
export interface Fired {
  afterCommit?: () => void;
}

/**
 * What happens to one kind of subject when clocks of it fall due. Nothing but SQL
 * on the transaction may be awaited in it.
 */
export interface ClockHandler {
  /**
   * Locks subjects before their clocks, as whoever changes a subject does, so that
   * the two never wait for each other. Those that somebody else is changing are
   * left out: their clocks may be about to change.
   *
   * @returns the subjects that are locked now
   */
  lockFree(
    tx: Knex.Transaction,
    subjectIds: readonly string[],
  ): Promise<ReadonlySet<string>>;

  /**
   * Writes the effects in the transaction in which the clocks are used up, so that
   * they happen once.
   *
   * @param clocks - one of each subject, in the order in which they fell due
   * @param now - the instant at which they were found due
   */
  fire(
    tx: Knex.Transaction,
    clocks: readonly DueClock[],
    now: string,
  ): Promise<Fired | void>;
}
