import {
  decideImport,
  type EntitySnapshot,
  type ImportMapping,
  type PersonSnapshot,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  readerOf,
  refsOf,
  type PastReader,
  type Reading,
} from '@linchpin/backstage-plugin-incidents-common/transfer';
import type { SourceIncident } from './ImportRowStore';

/** The catalog, as far as a mapping names it. */
export interface ImportCatalog {
  /** What it does not have is missing. */
  snapshots(refs: readonly string[]): Promise<Map<string, EntitySnapshot>>;
}

/** What the rows of incidents come to, by one mapping and the catalog as it is now. */
export class IncidentReadings {
  /** What the mapping names and the catalog does not have. */
  readonly notInCatalog: string[];
  readonly #mapping: ImportMapping;
  readonly #read: PastReader;

  static async of(
    mapping: ImportMapping,
    catalog: ImportCatalog,
  ): Promise<IncidentReadings> {
    const { entities, groups, people } = refsOf(mapping);
    const named = [...entities, ...groups, ...people];
    const found = await catalog.snapshots(named);
    const owners = [...found.values()].flatMap(
      ({ ownerRef }) => ownerRef ?? [],
    );
    const foundOwners = await catalog.snapshots(owners);
    return new IncidentReadings(
      mapping,
      new Map([...foundOwners, ...found]),
      named,
    );
  }

  private constructor(
    mapping: ImportMapping,
    found: ReadonlyMap<string, EntitySnapshot>,
    named: readonly string[],
  ) {
    this.#mapping = mapping;
    this.notInCatalog = named.filter(ref => !found.has(ref));
    this.#read = readerOf(mapping, {
      entity: ref => found.get(ref) ?? { ref, title: nameIn(ref) },
      person: (ref): PersonSnapshot => ({
        ref,
        name: found.get(ref)?.title ?? nameIn(ref),
      }),
    });
  }

  /** @param now - what lies behind it cannot have happened */
  of({ rows }: SourceIncident, now: string): Reading {
    const { past, problems } = this.#read(rows);
    const refusal =
      past &&
      decideImport({ type: 'import', id: '', number: 0, past }, { now })
        .refusal;
    if (!refusal) {
      return { ...(past && { past }), problems };
    }
    const last = rows[rows.length - 1];
    const field = this.#columnOf(refusal.field);
    return {
      problems: [
        ...problems,
        {
          kind: 'refused',
          field,
          value: last.fields[field] ?? '',
          why: 'contradiction',
          detail: refusal.message,
          line: last.line,
        },
      ],
    };
  }

  /** The column that a field of an incident is read from. */
  #columnOf(field: string | undefined): string {
    const columns: Record<string, unknown> = this.#mapping;
    const column = field && columns[field];
    return typeof column === 'string' ? column : this.#mapping.declaredAt;
  }
}

function nameIn(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
