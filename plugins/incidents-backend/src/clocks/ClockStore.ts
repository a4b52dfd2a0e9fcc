import type { Knex } from 'knex';
import { skipLocked } from '../database/dialect';
import { toInstant, type StoredInstant } from '../database/instant';

/** A clock to be started, or set anew where it runs already. */
export interface ClockToStart {
  kind: string;
  /** ISO 8601 in UTC. */
  dueAt: string;
}

/** A clock that has fallen due. */
export interface DueClock {
  subjectKind: string;
  subjectId: string;
  kind: string;
  /** ISO 8601 in UTC, as it was started with. */
  dueAt: string;
}

/** A due clock whose row the transaction holds. */
export interface ClaimedClock extends DueClock {
  id: string;
  /** How often firing it has failed. */
  failures: number;
}

interface ClockRow {
  id: string | number;
  subject_kind: string;
  subject_id: string;
  kind: string;
  due_at: StoredInstant;
  attempts: number;
}

/** The `clocks` table: what falls due, and when. */
export class ClockStore {
  /** Starts and stops clocks of a subject; each kind runs once at most. */
  async replace(
    tx: Knex.Transaction,
    subjectKind: string,
    subjectId: string,
    {
      start,
      stop,
    }: { start: readonly ClockToStart[]; stop: readonly string[] },
    now: string,
  ): Promise<void> {
    if (stop.length > 0) {
      await tx('clocks')
        .where({ subject_kind: subjectKind, subject_id: subjectId })
        .whereIn('kind', stop)
        .delete();
    }
    if (start.length > 0) {
      await tx('clocks')
        .insert(
          start.map(({ kind, dueAt }) => ({
            subject_kind: subjectKind,
            subject_id: subjectId,
            kind,
            due_at: new Date(dueAt),
            fire_at: new Date(dueAt),
            attempts: 0,
            started_at: new Date(now),
          })),
        )
        .onConflict(['subject_kind', 'subject_id', 'kind'])
        .merge(['due_at', 'fire_at', 'attempts', 'started_at']);
    }
  }

  /**
   * Takes the next due clock out of the table: it is gone when the transaction
   * commits and due as before when it does not. Of one subject only the earliest
   * is ever taken, so that a warning comes before the breach and no two engines
   * wait for each other on the same subject.
   */
  async claimNext(
    tx: Knex.Transaction,
    subjectKinds: readonly string[],
    now: string,
  ): Promise<ClaimedClock | undefined> {
    const due = new Date(now);
    const row: ClockRow | undefined = await skipLocked(
      tx,
      tx('clocks as c')
        .whereIn('c.subject_kind', subjectKinds)
        .where('c.fire_at', '<=', due)
        .whereNotExists(
          tx('clocks as earlier')
            .select(tx.raw('1'))
            .whereRaw('earlier.subject_kind = c.subject_kind')
            .whereRaw('earlier.subject_id = c.subject_id')
            .whereRaw('(earlier.due_at, earlier.id) < (c.due_at, c.id)')
            .where('earlier.fire_at', '<=', due),
        )
        .orderBy(['c.fire_at', 'c.id'])
        .first('c.*'),
    );
    if (!row) {
      return undefined;
    }
    await tx('clocks').where({ id: row.id }).delete();
    return {
      id: String(row.id),
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      kind: row.kind,
      dueAt: toInstant(row.due_at),
      failures: row.attempts,
    };
  }

  /** Fires a clock later whose firing failed, unless it was set anew meanwhile. */
  async postpone(
    knex: Knex,
    clock: ClaimedClock,
    fireAt: string,
  ): Promise<void> {
    await knex('clocks')
      .where({ id: clock.id, due_at: new Date(clock.dueAt) })
      .update({ attempts: clock.failures + 1, fire_at: new Date(fireAt) });
  }

  /** When the next clock is to be fired that is not due yet. */
  async nextAfter(knex: Knex, now: string): Promise<string | undefined> {
    const row = await knex('clocks')
      .where('fire_at', '>', new Date(now))
      .orderBy('fire_at')
      .first('fire_at');
    return row && toInstant(row.fire_at);
  }

  /** How many clocks are due and have not been fired, and since when the first is. */
  async lateness(
    knex: Knex,
    now: string,
  ): Promise<{ late: number; oldestDueAt?: string }> {
    const row = await knex('clocks')
      .where('due_at', '<=', new Date(now))
      .count({ late: '*' })
      .min({ oldest: 'due_at' })
      .first();
    return {
      late: Number(row?.late),
      ...(row?.oldest && { oldestDueAt: toInstant(row.oldest) }),
    };
  }
}
