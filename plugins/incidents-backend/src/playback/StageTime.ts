import type { NowService } from '@linchpin/backstage-plugin-incidents-node';

/** The time of what is played: it stands still until it is moved. */
export class StageTime implements NowService {
  #now: string;

  constructor(start: string) {
    this.#now = start;
  }

  now(): string {
    return this.#now;
  }

  /** @throws Error where time would run backwards */
  moveTo(at: string): void {
    if (at < this.#now) {
      throw new Error(
        `A stage's time cannot go back from ${this.#now} to ${at}`,
      );
    }
    this.#now = at;
  }
}
