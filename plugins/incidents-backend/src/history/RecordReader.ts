import {
  type AskedPeriod,
  type IncidentCourse,
  type IncidentFacts,
  type Period,
  type TitledRecord,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import { toInstant, type StoredInstant } from '../database/instant';
import type { Reading } from './incidentQuery';
import { numberOf } from './incidentRows';
import { historyOf, type Declared, type Scope } from './scope';

/** Incidents that figures are made of; some tens of megabytes while they are. */
export const RECORDS_MAX = 10_000;

/** What is known of a period. */
export interface Covered extends AskedPeriod {
  /** Declared in the period, or before it as far as that was asked for. */
  incidents: TitledRecord[];
  /** How many of the period have no record yet. */
  unrecorded: number;
}

interface RecordRow {
  number: number;
  title: string;
  facts: string | null;
  course: string | null;
  declared_at: StoredInstant;
}

/** Reads what service history knows of incidents, without their timelines. */
export class RecordReader {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * What the request may read of a scope. Where there are more than `RECORDS_MAX`,
   * those of before the period are left out, or else the period begins later.
   *
   * @param before - What is read beside the period.
   */
  async covering(
    access: Reading,
    scope: Scope,
    { period, shortened }: AskedPeriod,
    before: Period = { from: period.from, to: period.from },
  ): Promise<Covered> {
    const rows = await this.#latest(access, scope, {
      from: before.from,
      to: period.to,
    });
    const read = rows.slice(0, RECORDS_MAX);
    const isWhole = read.length === rows.length;
    const oldest = read[read.length - 1];
    const since = isWhole ? '' : toInstant(oldest.declared_at);
    const from = since > period.from ? since : period.from;
    const known = isWhole
      ? read
      : read.filter(row => toInstant(row.declared_at) >= from);
    return {
      period: { from, to: period.to },
      shortened: shortened || from > period.from,
      incidents: known.flatMap(recordIn),
      unrecorded: known.filter(
        row => row.facts === null && toInstant(row.declared_at) >= from,
      ).length,
    };
  }

  async #latest(
    access: Reading,
    scope: Scope,
    declared: Declared,
  ): Promise<RecordRow[]> {
    const history = historyOf(this.#knex, access, scope, declared);
    const { found, declaredAt, newest } = history;
    for (const column of newest.by) {
      found.orderBy(String(column), newest.direction);
    }
    return found
      .limit(RECORDS_MAX + 1)
      .select('incidents.number', 'incidents.title')
      .select('incidents.facts', 'incidents.course')
      .select({ declared_at: declaredAt });
  }
}

/** How it went is read only where a figure asks for it: of most none does. */
function recordIn({ facts, course, number, title }: RecordRow): TitledRecord[] {
  if (facts === null || course === null) {
    return [];
  }
  let read: IncidentCourse | undefined;
  return [
    {
      ...(JSON.parse(facts) as IncidentFacts),
      number: numberOf({ number }),
      title,
      get course() {
        read ??= JSON.parse(course) as IncidentCourse;
        return read;
      },
    },
  ];
}
