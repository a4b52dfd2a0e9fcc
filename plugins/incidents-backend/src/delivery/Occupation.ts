import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** Shorter than this a measure says more of one statement than of the process. */
const MEASURED_OVER_MS = 100;

/** About as long as sending a message takes a process that has its hands full. */
const REST_MS = 50;

/** How much this process has to do, whoever makes it do it. */
export class Occupation {
  #since = performance.eventLoopUtilization();
  #measuredAt = performance.now();
  #share = 0;

  /** The share of the last moment in which it was not idle, from 0 to 1. */
  share(): number {
    const now = performance.now();
    if (now - this.#measuredAt >= MEASURED_OVER_MS) {
      const total = performance.eventLoopUtilization();
      this.#share = performance.eventLoopUtilization(
        total,
        this.#since,
      ).utilization;
      this.#since = total;
      this.#measuredAt = now;
    }
    return this.#share;
  }

  /** Leaves the process to others for a moment. */
  async rest(): Promise<void> {
    await pause(REST_MS);
  }
}
