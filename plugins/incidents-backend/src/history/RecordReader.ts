import type {
  AskedPeriod,
  Period,
  TitledRecord,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { toInstant, type StoredInstant } from '../database/instant';
import type { Reading } from './incidentQuery';
import { RecordMemory } from './RecordMemory';
import { historyOf, type Declared, type Scope } from './scope';

/** Incidents that figures are made of. */
const RECORDS_MAX = 10_000;

/** What is known of a period. */
export interface Covered extends AskedPeriod {
  /** Declared in the period, or before it as far as that was asked for. */
  incidents: TitledRecord[];
  /** How many of the period have no record yet. */
  unrecorded: number;
}

interface FoundRow {
  id: string;
  /** The version that it has a record of; null while it has none of its present one. */
  recorded: number | null;
  /** When that was declared which has no record yet. */
  unrecorded_at: StoredInstant | null;
}

interface Known {
  declaredAt: string;
  record?: TitledRecord;
}

/** What an older release has written to meanwhile has facts of before. */
const IS_RECORDED = 'incidents.facts_version = incidents.version';

/** Reads what service history knows of incidents, without their timelines. */
export class RecordReader {
  readonly #knex: Knex;
  readonly #records: RecordMemory;
  readonly #most: number;

  constructor(options: { knex: Knex; now: NowService; most?: number }) {
    this.#knex = options.knex;
    this.#records = new RecordMemory(options);
    this.#most = options.most ?? RECORDS_MAX;
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
    const read = await this.#known(rows.slice(0, this.#most));
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
  ): Promise<FoundRow[]> {
    const history = historyOf(this.#knex, access, scope, declared);
    const { found, declaredAt, newest } = history;
    for (const column of newest.by) {
      found.orderBy(String(column), newest.direction);
    }
    return found
      .limit(this.#most + 1)
      .select('incidents.id')
      .select({
        recorded: this.#knex.raw(
          `case when ${IS_RECORDED} then facts_version end`,
        ),
        // Thousands of instants would be read for nothing: records have them.
        unrecorded_at: this.#knex.raw(
          `case when ${IS_RECORDED} then null else ?? end`,
          [declaredAt],
        ),
      });
  }

  async #known(rows: readonly FoundRow[]): Promise<Known[]> {
    const records = await this.#records.of(
      rows.flatMap(({ id, recorded }) =>
        recorded === null ? [] : { id, version: recorded },
      ),
    );
    return rows.map(({ id, unrecorded_at }) => {
      const record = records.get(id);
      return record
        ? { declaredAt: record.stamps.declaredAt, record }
        : { declaredAt: toInstant(unrecorded_at!) };
    });
  }
}
