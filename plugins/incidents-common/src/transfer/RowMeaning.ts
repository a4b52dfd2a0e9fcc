import type { EntitySnapshot, PersonSnapshot } from '../incidents/state';
import type { Actor } from '../incidents/events';
import type { PastMoment } from '../incidents/past';
import { priorityOf } from '../incidents/priority';
import type {
  Impact,
  Instant,
  Priority,
  Urgency,
} from '../incidents/vocabulary';
import { TITLE_MAX } from '../schemas/primitives';
import type { ImportMapping } from '../schemas/transfer';
import type { ImportProblem, MappedRefs, SourceRow } from './rows';

/** What a column is looked up in. */
interface Lookup<Meaning> {
  column: string;
  values: Readonly<Record<string, Meaning>>;
}

type Assessment = Pick<PastMoment, 'impact' | 'urgency' | 'priority'>;

/** Impact and urgency behind a priority, where a source knows only that. */
const FACTORS: Record<Priority, { impact: Impact; urgency: Urgency }> = {
  P1: { impact: 'high', urgency: 'high' },
  P2: { impact: 'high', urgency: 'medium' },
  P3: { impact: 'medium', urgency: 'medium' },
  P4: { impact: 'medium', urgency: 'low' },
  P5: { impact: 'low', urgency: 'low' },
};

/** What the values of one incident's rows mean by a mapping, and what has no meaning. */
export class RowMeaning {
  readonly problems: ImportProblem[] = [];
  readonly #mapping: ImportMapping;
  readonly #refs: MappedRefs;
  readonly #readTime: (text: string) => Instant | undefined;

  constructor(options: {
    mapping: ImportMapping;
    refs: MappedRefs;
    readTime: (text: string) => Instant | undefined;
  }) {
    this.#mapping = options.mapping;
    this.#refs = options.refs;
    this.#readTime = options.readTime;
  }

  get isRefused(): boolean {
    return this.problems.some(({ kind }) => kind === 'refused');
  }

  /** Each problem of an incident once, however many rows have it. */
  found(problem: ImportProblem): void {
    const isKnown = this.problems.some(
      ({ field, value, why }) =>
        field === problem.field &&
        value === problem.value &&
        why === problem.why,
    );
    if (!isKnown) {
      this.problems.push(problem);
    }
  }

  /** Undefined where the row says nothing; refused where it says what is no time. */
  time(row: SourceRow, column: string | undefined): Instant | undefined {
    const value = column && row.fields[column];
    if (!column || !value) {
      return undefined;
    }
    const at = this.#readTime(value);
    if (!at) {
      this.found({
        kind: 'refused',
        field: column,
        value,
        why: 'no-time',
        line: row.line,
      });
    }
    return at;
  }

  /** Refused where the row says nothing. */
  requiredTime(row: SourceRow, column: string): Instant {
    if (!row.fields[column]) {
      this.missing(row, column);
    }
    return this.time(row, column) ?? '';
  }

  missing({ line }: SourceRow, field: string): void {
    this.found({ kind: 'refused', field, value: '', why: 'missing', line });
  }

  /** Refused where there are others beside the only row of an incident: nobody knows which is right. */
  only([row, other]: readonly SourceRow[]): void {
    if (other) {
      const field = this.#mapping.id;
      this.found({
        kind: 'refused',
        field,
        value: row.fields[field],
        why: 'repeated',
        line: other.line,
      });
    }
  }

  /** Undefined where the row says nothing; refused where the mapping has no answer. */
  essential<Meaning>(
    row: SourceRow,
    lookup: Lookup<Meaning> | undefined,
  ): Meaning | undefined {
    return this.#meaning(row, lookup, 'refused');
  }

  assessment(row: SourceRow): Assessment {
    const mapping = this.#mapping;
    const said = this.essential(row, mapping.priority);
    const factors = FACTORS[said ?? 'P3'];
    const impact = this.essential(row, mapping.impact) ?? factors.impact;
    const urgency = this.essential(row, mapping.urgency) ?? factors.urgency;
    return {
      impact,
      urgency,
      priority: said ?? priorityOf({ impact, urgency, risks: [] }),
    };
  }

  /** What it is about, and whose it is: the group that the row names, else the owner of the entity. */
  place(row: SourceRow): Pick<PastMoment, 'entity' | 'owner'> {
    const entity = this.#entity(row);
    const { owner } = this.#mapping;
    const ownerRef = owner
      ? this.#meaning(row, owner, 'left-out')
      : entity?.ownerRef;
    return {
      ...(entity && { entity }),
      ...(ownerRef && { owner: this.#refs.entity(ownerRef) }),
    };
  }

  person(
    row: SourceRow,
    column: string | undefined,
  ): PersonSnapshot | undefined {
    const name = column && row.fields[column];
    const ref = name && ownValue(this.#mapping.people, name);
    return ref ? this.#refs.person(ref) : undefined;
  }

  /** Whoever is no user of the catalog is known by name, and who is not known is the system. */
  actor(row: SourceRow, column: string | undefined): Actor {
    const person = this.person(row, column);
    return person
      ? { type: 'user', ...person }
      : {
          type: 'system',
          name:
            (column && row.fields[column]?.slice(0, TITLE_MAX)) ||
            this.#mapping.system,
        };
  }

  #entity(row: SourceRow): EntitySnapshot | undefined {
    const said = this.#mapping.entity.filter(
      ({ column }) => row.fields[column],
    );
    for (const { column, values } of said) {
      const ref = ownValue(values, row.fields[column]);
      if (ref) {
        return this.#refs.entity(ref);
      }
    }
    this.#meaning(row, said[0], 'left-out');
    return undefined;
  }

  #meaning<Meaning>(
    row: SourceRow,
    lookup: Lookup<Meaning> | undefined,
    kind: ImportProblem['kind'],
  ): Meaning | undefined {
    const value = lookup && row.fields[lookup.column];
    if (!lookup || !value) {
      return undefined;
    }
    const meaning = ownValue(lookup.values, value);
    if (meaning === undefined) {
      const { line } = row;
      this.found({ kind, field: lookup.column, value, why: 'unmapped', line });
    }
    return meaning;
  }
}

/** Not what every object has, such as `constructor`. */
function ownValue<Value>(
  values: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
