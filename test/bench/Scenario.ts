import type { Engine } from '../backends/BackendDatabase';
import type { CatalogSize } from '../backends/syntheticCatalog';
import type { Figure } from './Figure';
import type { Portals } from './Portals';

/** How thoroughly is measured. */
export interface Extent {
  /** How long each load lasts. */
  seconds: number;
  /** How long each of the many loads lasts that read. */
  readingSeconds: number;
  /** In how many parts, each after the same part of what it is compared with. */
  readingRounds: number;
  /** How many ask at once when reading is measured, one after the other. */
  connections: readonly number[];
  /** How many incidents lie in the database when reading is measured, the fewest first. */
  incidents: readonly number[];
  /** The catalog that they are about. */
  organisation: CatalogSize;
}

/** As it is kept in the documentation. */
export const WHOLE: Extent = {
  seconds: 10,
  readingSeconds: 4,
  readingRounds: 4,
  connections: [1, 10],
  incidents: [1_000, 1_000_000],
  organisation: { components: 20_000, groups: 2_000, members: 3 },
};

/** Shows that everything runs; the figures say nothing. */
export const SHORT: Extent = {
  seconds: 0.3,
  readingSeconds: 0.1,
  readingRounds: 1,
  connections: [10],
  incidents: [1_000],
  organisation: { components: 100, groups: 10, members: 3 },
};

/** What a scenario is measured on. */
export interface Bench {
  engine: Engine;
  extent: Extent;
  /** Backends that scenarios share, since each takes seconds to start. */
  portals: Portals;
}

/** Something that is measured, with what it is to be held against. */
export interface Scenario {
  /** By which it is asked for, and its table is found. */
  name: string;
  /** Where the engine makes no difference, one of them. */
  engines: readonly Engine[];
  /** What nothing makes shorter, and tests of the whole portal do anyway. */
  onlyWhole?: boolean;
  measure(bench: Bench): Promise<Figure[]>;
}

/** Scenarios that are measured on the same portals, and have them to themselves. */
export type ScenarioGroup = readonly Scenario[];
