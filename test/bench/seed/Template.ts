import type { Knex } from 'knex';

/** What is different in each copy of a text. */
export interface Copy {
  /** Counted from 0. */
  ordinal: number;
  /** How much later everything happened, in milliseconds. */
  laterMs: number;
  /** What stands for an entity, a group or a person. */
  ref(original: string): string;
  /** The number of an incident. */
  number(original: number): number;
}

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** Makes a copy of one value. */
type Cell = (copy: Copy) => Value;

interface RowTemplate {
  table: string;
  cells: [column: string, cell: Cell][];
  /** The incident that it belongs to; missing where it belongs to several. */
  incidentId?: string;
}

/** Tables of an incident, with the column that says of which. */
const TABLES: Record<string, string | undefined> = {
  incidents: 'id',
  incident_events: 'incident_id',
  incident_texts: 'incident_id',
  incident_entities: 'incident_id',
  incident_people: 'incident_id',
  incident_commands: 'incident_id',
  alert_occurrences: 'incident_id',
  clocks: 'subject_id',
  monitoring_alerts: undefined,
};

/** Unique among all incidents, and of no shape that tells copies apart. */
const UNIQUE = new Set([
  'incidents.declare_key',
  'incidents.open_key',
  'monitoring_alerts.dedup_key',
]);

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TOKENS = new RegExp(
  [
    `(?<uuid>${UUID})`,
    '(?<instant>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)',
    '(?<ref>(component|resource|api|system|domain|group|user):[a-z]+/[a-z0-9-]+)',
    `(?<=("id":"${UUID}",|^\\{)"number":)(?<number>\\d+)`,
  ].join('|'),
  'g',
);

/**
 * Incidents as rows of the database with what is different in each copy cut out:
 * ids, numbers, times, and whom and what they are about.
 */
export class Template {
  readonly incidents: number;
  readonly #rows: readonly RowTemplate[];

  /** All incidents of a database. */
  static async read(knex: Knex): Promise<Template> {
    const rows: RowTemplate[] = [];
    for (const [table, owner] of Object.entries(TABLES)) {
      const columns = await knex(table).columnInfo();
      for (const row of await knex(table).select()) {
        rows.push({
          table,
          cells: Object.entries(columns)
            .filter(([column]) => !(table === 'clocks' && column === 'id'))
            .map(([column, { type }]) => [
              column,
              cellOf(`${table}.${column}`, type, row[column]),
            ]),
          incidentId: owner && row[owner],
        });
      }
    }
    return new Template(rows);
  }

  private constructor(rows: readonly RowTemplate[]) {
    this.#rows = rows;
    this.incidents = rows.filter(row => row.table === 'incidents').length;
  }

  /** The same without some incidents. */
  without(ids: ReadonlySet<string>): Template {
    return new Template(
      this.#rows.filter(
        ({ incidentId }) => !incidentId || !ids.has(incidentId),
      ),
    );
  }

  /** The rows of a copy by table. Times are ISO 8601. */
  copy(copy: Copy): Map<string, Row[]> {
    const tables = new Map<string, Row[]>();
    for (const { table, cells } of this.#rows) {
      const row: Row = {};
      for (const [column, cell] of cells) {
        row[column] = cell(copy);
      }
      const rows = tables.get(table);
      if (rows) {
        rows.push(row);
      } else {
        tables.set(table, [row]);
      }
    }
    return tables;
  }
}

function cellOf(name: string, type: string, value: unknown): Cell {
  if (value === null || value === undefined) {
    return () => null;
  }
  if (type === 'datetime' || type === 'timestamp') {
    const at = new Date(value as number).getTime();
    return ({ laterMs }) => new Date(at + laterMs).toISOString();
  }
  if (type === 'boolean') {
    return () => Boolean(value);
  }
  if (name === 'incidents.number') {
    return ({ number }) => number(value as number);
  }
  if (typeof value !== 'string') {
    return () => value as number;
  }
  const text = textOf(value);
  return UNIQUE.has(name) ? copy => `${text(copy)}~${copy.ordinal}` : text;
}

/** The text between the tokens is written once. */
function textOf(value: string): (copy: Copy) => string {
  const pieces: (string | ((copy: Copy) => string))[] = [];
  let end = 0;
  for (const match of value.matchAll(TOKENS)) {
    pieces.push(value.slice(end, match.index), tokenOf(match.groups!));
    end = match.index + match[0].length;
  }
  if (pieces.length === 0) {
    return () => value;
  }
  pieces.push(value.slice(end));
  return copy => {
    let text = '';
    for (const piece of pieces) {
      text += typeof piece === 'string' ? piece : piece(copy);
    }
    return text;
  };
}

function tokenOf(groups: Record<string, string>): (copy: Copy) => string {
  const { uuid, instant, ref, number } = groups;
  if (uuid) {
    const rest = uuid.slice(8);
    return ({ ordinal }) => ordinal.toString(16).padStart(8, '0') + rest;
  }
  if (instant) {
    const at = Date.parse(instant);
    return ({ laterMs }) => new Date(at + laterMs).toISOString();
  }
  return ref
    ? copy => copy.ref(ref)
    : copy => String(copy.number(Number(number)));
}
