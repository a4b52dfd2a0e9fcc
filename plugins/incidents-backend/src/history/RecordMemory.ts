import type {
  IncidentCourse,
  IncidentFacts,
  TitledRecord,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { BriefMemory } from '../memory/BriefMemory';
import { chunks } from '../database/chunks';
import { numberOf } from './incidentRows';

/** Some tens of megabytes. */
const CAPACITY = 10_000;
const FOR_MS = 60 * 60_000;

const AT_ONCE = 500;

/** A record of an incident, by the version of the incident that it is of. */
export interface RecordKey {
  id: string;
  version: number;
}

interface RecordRow {
  id: string;
  number: number;
  title: string;
  facts: string;
  course: string;
  facts_version: number;
}

/**
 * Records of incidents by id and version. What is known of a version never changes,
 * so that a history which is looked at again reads only what has changed since: of
 * thousands of incidents reading their records is what takes the time.
 */
export class RecordMemory {
  readonly #knex: Knex;
  readonly #known: BriefMemory<TitledRecord>;

  constructor(options: { knex: Knex; now: NowService }) {
    this.#knex = options.knex;
    this.#known = new BriefMemory({
      now: options.now,
      forMs: FOR_MS,
      capacity: CAPACITY,
    });
  }

  /** By id; of an incident that has changed meanwhile as it is then. */
  async of(keys: readonly RecordKey[]): Promise<Map<string, TitledRecord>> {
    const records = new Map<string, TitledRecord>();
    const missing: string[] = [];
    for (const [index, record] of this.#known
      .getAll(keys.map(textOf))
      .entries()) {
      const { id } = keys[index];
      if (record) {
        records.set(id, record);
      } else {
        missing.push(id);
      }
    }
    for (const part of chunks(missing, AT_ONCE)) {
      const rows: RecordRow[] = await this.#knex('incidents')
        .whereIn('id', part)
        .select('id', 'number', 'title', 'facts', 'course', 'facts_version');
      for (const row of rows) {
        const record = recordIn(row);
        this.#known.set(textOf({ ...row, version: row.facts_version }), record);
        records.set(row.id, record);
      }
    }
    return records;
  }
}

function textOf({ id, version }: RecordKey): string {
  return `${id} ${version}`;
}

/** How it went is read only where a figure asks for it: of most none does. */
function recordIn(row: RecordRow): TitledRecord {
  let course: IncidentCourse | string = row.course;
  return {
    ...(JSON.parse(row.facts) as IncidentFacts),
    number: numberOf(row),
    title: row.title,
    get course() {
      if (typeof course === 'string') {
        course = JSON.parse(course) as IncidentCourse;
      }
      return course;
    },
  };
}
