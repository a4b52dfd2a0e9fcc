import type { Knex } from 'knex';
import { chunks } from '../database/chunks';
import { inserting } from '../database/inserting';
import { listed, skipLocked } from '../database/dialect';
import { toInstant, type StoredInstant } from '../database/instant';

/** A clock of a subject; each subject has one of each kind at most. */
export interface ClockKey {
  subjectKind: string;
  subjectId: string;
  kind: string;
}

/** A clock that is started, set anew where it runs already, or stopped. */
export interface ClockChange extends ClockKey {
  /** ISO 8601 in UTC; missing where it is stopped. */
  dueAt?: string;
}

/** A clock that has fallen due. */
export interface DueClock extends ClockKey {
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

const KEY = ['subject_kind', 'subject_id', 'kind'];
const AT_ONCE = 200;

/** The `clocks` table: what falls due, and when. */
export class ClockStore {
  /** Starts and stops clocks; of several changes to one clock the last holds. */
  async change(
    tx: Knex.Transaction,
    changes: readonly ClockChange[],
    now: string,
  ): Promise<void> {
    const last = [
      ...new Map(changes.map(change => [keyOf(change), change])).values(),
    ];
    const stopped = last.filter(({ dueAt }) => !dueAt).map(keyColumnsOf);
    for (const part of chunks(stopped, AT_ONCE)) {
      await tx('clocks').whereIn(KEY, part).delete();
    }
    const started = last.filter(({ dueAt }) => dueAt);
    for (const part of chunks(started, AT_ONCE)) {
      await inserting(
        tx,
        'clocks',
        part.map(({ subjectKind, subjectId, kind, dueAt }) => ({
          subject_kind: subjectKind,
          subject_id: subjectId,
          kind,
          due_at: new Date(dueAt!),
          fire_at: new Date(dueAt!),
          attempts: 0,
          started_at: new Date(now),
        })),
      )
        .onConflict(KEY)
        .merge(['due_at', 'fire_at', 'attempts', 'started_at']);
    }
  }

  /**
   * The subjects of which a clock is due, whoever waits longest first.
   *
   * @param except - ids that are of no interest
   */
  async dueSubjects(
    db: Knex,
    subjectKind: string,
    now: string,
    { most, except }: { most: number; except: readonly string[] },
  ): Promise<string[]> {
    const ids: string[] = await db('clocks')
      .where({ subject_kind: subjectKind })
      .where('fire_at', '<=', new Date(now))
      .whereNotIn('subject_id', [...except])
      .orderBy(['fire_at', 'id'])
      .limit(most)
      .pluck('subject_id');
    return [...new Set(ids)];
  }

  /**
   * Takes due clocks of these subjects out of the table: they are gone when the
   * transaction commits and due as before when it does not. Of one subject only
   * the earliest is taken, so that a warning comes before the breach.
   */
  async claim(
    tx: Knex.Transaction,
    subjectKind: string,
    subjectIds: readonly string[],
    now: string,
  ): Promise<ClaimedClock[]> {
    const due: ClockRow[] = await skipLocked(
      tx,
      tx('clocks')
        .where({ subject_kind: subjectKind })
        .whereIn('subject_id', [...subjectIds])
        .where('fire_at', '<=', new Date(now))
        .orderBy(['due_at', 'id']),
    );
    const earliest = [
      ...new Map(due.reverse().map(row => [row.subject_id, row])).values(),
    ].reverse();
    await tx('clocks')
      .whereIn(
        'id',
        earliest.map(({ id }) => id),
      )
      .delete();
    return earliest.map(row => ({
      id: String(row.id),
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      kind: row.kind,
      dueAt: toInstant(row.due_at),
      failures: row.attempts,
    }));
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

  /** When the first clock of each of these kinds of subjects is to be fired, due or not. */
  async firstOf(
    knex: Knex,
    subjectKinds: readonly string[],
  ): Promise<Map<string, string>> {
    const rows: { kind: string; first: StoredInstant | null }[] = await knex
      .from(listed(knex, subjectKinds).as('asked'))
      .select({
        kind: 'asked.value',
        first: knex('clocks')
          .whereRaw('subject_kind = asked.value')
          .min('fire_at'),
      });
    return new Map(
      rows.flatMap(({ kind, first }) =>
        first === null ? [] : [[kind, toInstant(first)]],
      ),
    );
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

function keyColumnsOf({ subjectKind, subjectId, kind }: ClockKey) {
  return [subjectKind, subjectId, kind];
}

function keyOf(key: ClockKey): string {
  return keyColumnsOf(key).join(' ');
}
