/** Chance that is the same each time: draws from a seed (mulberry32, Tommy Ettinger, public domain). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to 1, each equally likely. */
  draw(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to and without `end`. */
  below(end: number): number {
    return Math.floor(this.draw() * end);
  }

  oneOf<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  /**
   * A time as such things take: half of them are shorter than the usual one, one in
   * ten takes two and a half times as long (log-normal).
   */
  timeAround(usual: number): number {
    const gauss =
      Math.sqrt(-2 * Math.log(1 - this.draw())) *
      Math.cos(2 * Math.PI * this.draw());
    return usual * Math.exp(0.7 * gauss);
  }
}
