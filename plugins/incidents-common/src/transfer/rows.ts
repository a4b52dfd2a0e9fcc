import type { EntitySnapshot, PersonSnapshot } from '../incidents/state';

/** A row of a source. Values that say nothing are missing. @public */
export interface SourceRow {
  /** Where it begins in the file, from 1. */
  line: number;
  fields: Readonly<Record<string, string>>;
}

/**
 * What a mapping has no answer for. `refused`: the incident is not made. `left-out`:
 * it is made without it.
 * @public
 */
export interface ImportProblem {
  kind: 'refused' | 'left-out';
  /** The column, or the field of the incident. */
  field: string;
  /** What the row says there; empty where it says nothing. */
  value: string;
  why: 'unmapped' | 'missing' | 'no-time' | 'contradiction' | 'repeated';
  /** In words, where there is more to say. */
  detail?: string;
  line: number;
}

/** The catalog, as far as a mapping names it. @public */
export interface MappedRefs {
  /** An entity or a group as it is written down. */
  entity(ref: string): EntitySnapshot;
  person(ref: string): PersonSnapshot;
}
