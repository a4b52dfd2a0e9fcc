/** When each of some things was there first. */
export class Arrivals {
  readonly #times = new Map<string, number>();
  #onArrival = () => {};

  get times(): ReadonlyMap<string, number> {
    return this.#times;
  }

  note(name: string, at: number): void {
    if (!this.#times.has(name)) {
      this.#times.set(name, at);
      this.#onArrival();
    }
  }

  /** Resolves when all of them have been there. */
  ofAll(names: Iterable<string>): Promise<void> {
    const missing = new Set(names);
    return new Promise(resolve => {
      this.#onArrival = () => {
        for (const name of missing) {
          if (!this.#times.has(name)) {
            return;
          }
          missing.delete(name);
        }
        resolve();
      };
      this.#onArrival();
    });
  }
}
