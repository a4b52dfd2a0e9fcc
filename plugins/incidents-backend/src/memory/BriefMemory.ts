import type { NowService } from '@linchpin/backstage-plugin-incidents-node';

/** A bounded memory of this process that forgets each entry after a while, the oldest first. */
export class BriefMemory<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>();
  readonly #now: NowService;
  readonly #forMs: number;
  readonly #capacity: number;

  constructor(options: { now: NowService; forMs: number; capacity: number }) {
    this.#now = options.now;
    this.#forMs = options.forMs;
    this.#capacity = options.capacity;
  }

  get(key: string): Value | undefined {
    return this.#at(this.#time(), key);
  }

  /** In the order of the keys; for thousands, of each of which the clock need not be asked. */
  getAll(keys: readonly string[]): (Value | undefined)[] {
    const time = this.#time();
    return keys.map(key => this.#at(time, key));
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: this.#time() + this.#forMs });
    if (this.#entries.size > this.#capacity) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  #at(time: number, key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.until <= time) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry?.value;
  }

  #time(): number {
    return Date.parse(this.#now.now());
  }
}
