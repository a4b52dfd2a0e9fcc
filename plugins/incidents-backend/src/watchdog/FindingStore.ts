import type {
  Finding,
  FindingKind,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import {
  toInstant,
  toInstantOrUndefined,
  type StoredInstant,
} from '../database/instant';
import { inserting } from '../database/inserting';

/** Where the watchdog was when it ended its last round. */
export interface Rounds {
  /** When its first round began. */
  watchingSince: string;
  /** When its last round began. */
  lookedAt?: string;
  lastId: string;
}

interface FindingRow {
  kind: FindingKind;
  subject_id: string;
  since: StoredInstant;
  detail: string;
}

const BATCH = 100;

/** The tables of the watchdog: what it has found, and where it is. */
export class FindingStore {
  async rounds(knex: Knex, now: string): Promise<Rounds> {
    await knex('watchdog_rounds')
      .where({ id: 1 })
      .whereNull('watching_since')
      .update({ watching_since: new Date(now) });
    const row = await knex('watchdog_rounds').where({ id: 1 }).first();
    const lookedAt = toInstantOrUndefined(row.looked_at);
    return {
      watchingSince: toInstant(row.watching_since),
      ...(lookedAt && { lookedAt }),
      lastId: row.last_id ?? '',
    };
  }

  async ended(knex: Knex, now: string, lastId: string): Promise<void> {
    await knex('watchdog_rounds')
      .where({ id: 1 })
      .update({ looked_at: new Date(now), last_id: lastId });
  }

  /** What was found about these subjects, instead of what was found before. */
  async replace(
    tx: Knex.Transaction,
    subjectIds: readonly string[],
    findings: readonly Finding[],
    now: string,
  ): Promise<void> {
    for (let start = 0; start < findings.length; start += BATCH) {
      await inserting(
        tx,
        'watchdog_findings',
        findings.slice(start, start + BATCH).map(finding => ({
          kind: finding.kind,
          subject_id: finding.subjectId,
          since: new Date(finding.since),
          detail: finding.detail,
          seen_at: new Date(now),
        })),
      )
        .onConflict(['kind', 'subject_id'])
        .merge(['since', 'detail', 'seen_at']);
    }
    const known: FindingRow[] = await tx('watchdog_findings')
      .whereIn('subject_id', [...subjectIds])
      .select('kind', 'subject_id');
    for (const { kind, subject_id } of known) {
      const remains = findings.some(
        finding => finding.kind === kind && finding.subjectId === subject_id,
      );
      if (!remains) {
        await tx('watchdog_findings').where({ kind, subject_id }).delete();
      }
    }
  }

  /** What the log was not told since then, the longest overdue first; told from now on. */
  async takeUntold(
    knex: Knex,
    since: string,
    now: string,
    limit: number,
  ): Promise<Finding[]> {
    const rows: FindingRow[] = await knex('watchdog_findings')
      .where(untold =>
        untold
          .whereNull('logged_at')
          .orWhere('logged_at', '<=', new Date(since)),
      )
      .orderBy('since')
      .limit(limit);
    for (const { kind, subject_id } of rows) {
      await knex('watchdog_findings')
        .where({ kind, subject_id })
        .update({ logged_at: new Date(now) });
    }
    return rows.map(toFinding);
  }

  /** What was found, the longest overdue first. */
  async list(knex: Knex, limit: number): Promise<Finding[]> {
    const rows: FindingRow[] = await knex('watchdog_findings')
      .orderBy(['since', 'kind', 'subject_id'])
      .limit(limit);
    return rows.map(toFinding);
  }

  /** How much was found of each kind. */
  async counts(knex: Knex): Promise<{ kind: FindingKind; count: number }[]> {
    const rows: { kind: FindingKind; count: number | string }[] = await knex(
      'watchdog_findings',
    )
      .groupBy('kind')
      .select('kind', knex.raw('count(*) as count'));
    return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
  }

  /** When it looked last. */
  async lookedAt(knex: Knex): Promise<string | undefined> {
    const row = await knex('watchdog_rounds')
      .where({ id: 1 })
      .first('looked_at');
    return toInstantOrUndefined(row.looked_at);
  }
}

function toFinding(row: FindingRow): Finding {
  return {
    kind: row.kind,
    subjectId: row.subject_id,
    since: toInstant(row.since),
    detail: row.detail,
  };
}
