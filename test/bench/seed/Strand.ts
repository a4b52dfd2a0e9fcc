import type { Copy } from './plan';

/** A column of a table, and how its values are to be read. */
export interface Column {
  name: string;
  /** Instants are milliseconds since 1970. */
  kind: 'instant' | 'boolean' | 'other';
}

export interface Table {
  name: string;
  columns: readonly Column[];
}

export type Value = string | number | boolean | null;

/** As many values as its table has columns. */
export type Row = readonly Value[];

/** Unique among all incidents, and of no shape that tells copies apart. */
const UNIQUE = new Set([
  'incidents.declare_key',
  'incidents.open_key',
  'monitoring_alerts.dedup_key',
]);

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TOKENS = new RegExp(
  [
    `(?<uuid>${UUID})`,
    '(?<instant>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)',
    '(?<ref>(?:component|resource|api|system|domain|group|user):[a-z]+/[a-z0-9-]+)',
    `(?<=(?:"id":"${UUID}",|^\\{)"number":)(?<number>\\d+)(?=,"title"|\\})`,
    '(?<=^\\{.*"visibility":")(?<visibility>public)(?=")',
  ].join('|'),
  'g',
);

/** Makes a copy of one value. */
type Cell = (tokens: TokenValues) => Value;

/** What stands in one copy for what is different in each: worked out once, however often it occurs. */
class TokenValues {
  readonly copy: Copy;
  readonly #values: string[] = [];

  constructor(copy: Copy) {
    this.copy = copy;
  }

  of(index: number, token: Token): string {
    return (this.#values[index] ??= token(this.copy));
  }
}

type Token = (copy: Copy) => string;

/** What a strand tells of itself. */
export interface StrandFacts {
  /** The numbers of its incidents, the lowest first. */
  numbers: readonly number[];
  /** When the last of it was written, in milliseconds since 1970. */
  endedAt: number;
  /** Whether nothing of it is live and no alert can join it. */
  isOver: boolean;
  /** Whether nothing of it will fall due. */
  isAtRest: boolean;
  /** The most events that one of its incidents has. */
  events: number;
  /** Whether people reported all of it: alerts never attach to what is private. */
  isReported: boolean;
  /** How many of its incidents are about the busy entity, and no drills. */
  busyIncidents: number;
}

/**
 * Incidents of the story that tell of one another, or one alone, as rows of the
 * database with what is different in each copy cut out: ids, numbers, times, and
 * whom and what they are about.
 */
export class Strand {
  readonly facts: StrandFacts;
  readonly #rows: (readonly [Table, (readonly Cell[])[]])[];
  readonly #tokens = new Map<string, readonly [number, Token]>();

  constructor(facts: StrandFacts, rows: ReadonlyMap<Table, readonly object[]>) {
    this.facts = facts;
    this.#rows = [...rows].map(([table, ofTable]) => [
      table,
      ofTable.map(row => this.#cellsOf(table, row)),
    ]);
  }

  /** The rows of a copy by table. */
  *copy(copy: Copy): Iterable<readonly [Table, Row[]]> {
    const tokens = new TokenValues(copy);
    for (const [table, rows] of this.#rows) {
      yield [table, rows.map(cells => cells.map(cell => cell(tokens)))];
    }
  }

  #cellsOf({ name, columns }: Table, row: object): Cell[] {
    const values = new Map(Object.entries(row));
    return columns.map(column =>
      this.#cellOf(
        `${name}.${column.name}`,
        column.kind,
        values.get(column.name),
      ),
    );
  }

  #cellOf(name: string, kind: Column['kind'], value: unknown): Cell {
    if (value === null || value === undefined) {
      return () => null;
    }
    if (kind === 'instant') {
      const at = new Date(value as number).getTime();
      return ({ copy }) => at + copy.laterMs;
    }
    if (kind === 'boolean') {
      return () => Boolean(value);
    }
    if (name === 'incidents.number') {
      const place = this.#placeOf(value as number);
      return ({ copy }) => copy.firstNumber + place;
    }
    if (name === 'incidents.visibility') {
      return ({ copy }) => visibilityOf(copy);
    }
    if (typeof value !== 'string') {
      return () => value as number;
    }
    const text = this.#textOf(value);
    return UNIQUE.has(name)
      ? tokens => `${text(tokens)}~${tokens.copy.ordinal}`
      : text;
  }

  /** The text between the tokens is written once. */
  #textOf(value: string): (tokens: TokenValues) => string {
    const begins: string[] = [];
    const tokens: (readonly [number, Token])[] = [];
    let end = 0;
    for (const match of value.matchAll(TOKENS)) {
      begins.push(value.slice(end, match.index));
      tokens.push(this.#tokenOf(match[0], match.groups!));
      end = match.index + match[0].length;
    }
    const rest = value.slice(end);
    return values => {
      let text = '';
      for (let n = 0; n < tokens.length; n++) {
        text += begins[n];
        text += values.of(...tokens[n]);
      }
      return text + rest;
    };
  }

  #tokenOf(
    original: string,
    groups: Record<string, string>,
  ): readonly [number, Token] {
    const known = this.#tokens.get(original);
    if (known) {
      return known;
    }
    const token = [this.#tokens.size, this.#tokenFor(groups)] as const;
    this.#tokens.set(original, token);
    return token;
  }

  #tokenFor({
    uuid,
    instant,
    ref,
    number,
  }: Record<string, string | undefined>): Token {
    if (uuid) {
      const rest = uuid.slice(8);
      return ({ ordinal }) => ordinal.toString(16).padStart(8, '0') + rest;
    }
    if (instant) {
      const at = Date.parse(instant);
      return ({ laterMs }) => new Date(at + laterMs).toISOString();
    }
    if (ref) {
      return copy => copy.ref(ref);
    }
    if (number) {
      const place = this.#placeOf(Number(number));
      return ({ firstNumber }) => String(firstNumber + place);
    }
    return visibilityOf;
  }

  #placeOf(number: number): number {
    const place = this.facts.numbers.indexOf(number);
    if (place < 0) {
      throw new Error(`INC-${number} is told of outside of its strand`);
    }
    return place;
  }
}

function visibilityOf({ isPrivate }: Copy): string {
  return isPrivate ? 'private' : 'public';
}
