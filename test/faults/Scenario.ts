import type { Engine } from '../backends/BackendDatabase';
import type { Count } from './Ledger';
import type { Site } from './Site';

/** How much of everything a scenario does. */
export interface Length {
  /** Alerts under which processes are killed. */
  alerts: number;
  kills: number;
  /** How long something else is out of order, in milliseconds. */
  outageMs: number;
  /** How long all scenarios on one engine may take, in milliseconds. */
  limitMs: number;
}

/** What `npm test` runs. */
export const SHORT: Length = {
  alerts: 600,
  kills: 1,
  outageMs: 1_000,
  limitMs: 10 * 60_000,
};

export const FULL: Length = {
  alerts: 5_000,
  kills: 4,
  outageMs: 60_000,
  limitMs: 60 * 60_000,
};

/** What came of a scenario. */
export interface Outcome {
  counts: Count[];
  /** From each death until others worked on all that the dead process held, in milliseconds. */
  takeOvers?: number[];
  /** The most that a take-over may be, where there is another process to take over. */
  takeOverWithin?: number;
  /** What else there is to know, a line each. */
  notes: string[];
}

/** Something that goes wrong while alerts come in, and what must hold all the same. */
export interface Scenario {
  name: string;
  title: string;
  engine: Engine;
  run(site: Site, length: Length, random: () => number): Promise<Outcome>;
}
