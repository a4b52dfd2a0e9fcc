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
const RECORDS_MAX = 10_000;

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
  /** When that was declared which has no record yet. */
  unrecorded_at: StoredInstant | null;
}

/** What an older release has written to meanwhile has facts of before. */
const IS_RECORDED = 'incidents.facts_version = incidents.version';

interface Known {
  declaredAt: string;
  record?: TitledRecord;
}

/** Reads what service history knows of incidents, without their timelines. */
export class RecordReader {
  readonly #knex: Knex;
  readonly #most: number;

  constructor(knex: Knex, most = RECORDS_MAX) {
    this.#knex = knex;
    this.#most = most;
  }

  /**
   * What the request may read of a scope. Where there are more than are read,
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
    const read = rows.slice(0, this.#most).map(knownIn);
    const isWhole = read.length === rows.length;
    const since = isWhole ? before.from : read[read.length - 1].declaredAt;
    const from = since > period.from ? since : period.from;
    const inPeriod = read.filter(({ declaredAt }) => declaredAt >= from);
    return {
      period: { from, to: period.to },
      shortened: shortened || from > period.from,
      incidents: (isWhole ? read : inPeriod).flatMap(
        ({ record }) => record ?? [],
      ),
      unrecorded: inPeriod.filter(({ record }) => !record).length,
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
      .limit(this.#most + 1)
      .select('incidents.number', 'incidents.title')
      .select('incidents.course')
      .select({
        facts: this.#knex.raw(`case when ${IS_RECORDED} then facts end`),
        // Thousands of instants would be read for nothing: facts have them.
        unrecorded_at: this.#knex.raw(
          `case when ${IS_RECORDED} then null else ?? end`,
          [declaredAt],
        ),
      });
  }
}

/** How it went is read only where a figure asks for it: of most none does. */
function knownIn(row: RecordRow): Known {
  const { facts, course, title } = row;
  if (facts === null || course === null) {
    return { declaredAt: toInstant(row.unrecorded_at!) };
  }
  let read: IncidentCourse | undefined;
  const record: TitledRecord = {
    ...(JSON.parse(facts) as IncidentFacts),
    number: numberOf(row),
    title,
    get course() {
      read ??= JSON.parse(course) as IncidentCourse;
      return read;
    },
  };
  return { declaredAt: record.stamps.declaredAt, record };
}
