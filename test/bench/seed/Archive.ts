import type { BulkWriter } from './BulkWriter';
import { castingOf, draw, type Cast } from './plan';
import type { Row, Strand, Table } from './Strand';

/** One in so many that people reported is private. */
const PRIVATE_EVERY = 10;

/** Rows that are written together. */
const PORTION = 10_000;

/** Copies of strands, one after the other, numbered as they come. */
export class Archive {
  readonly #writer: BulkWriter;
  readonly #cast: Cast;
  readonly #waiting = new Map<Table, Row[]>();
  #copies = 0;
  #incidents = 0;
  #busyIncidents = 0;

  constructor(writer: BulkWriter, cast: Cast) {
    this.#writer = writer;
    this.#cast = cast;
  }

  /** How many there are. */
  get incidents(): number {
    return this.#incidents;
  }

  /** How many of them are about the busiest entity. */
  get busyIncidents(): number {
    return this.#busyIncidents;
  }

  /** @param isBusy - whether it is about the busiest entity, where the strand is */
  async add(strand: Strand, laterMs: number, isBusy: boolean): Promise<void> {
    const { numbers, isReported } = strand.facts;
    const ordinal = this.#copies;
    const copy = strand.copy({
      ordinal,
      laterMs,
      firstNumber: this.#incidents + 1,
      isPrivate: isReported && draw(ordinal) * PRIVATE_EVERY < 1,
      ref: castingOf(this.#cast, ordinal, isBusy),
    });
    this.#copies += 1;
    this.#incidents += numbers.length;
    this.#busyIncidents += isBusy ? strand.facts.busyIncidents : 0;
    for (const [table, rows] of copy) {
      const together = this.#waiting.get(table) ?? [];
      together.push(...rows);
      this.#waiting.set(table, together);
    }
    await this.#write(PORTION);
  }

  async end(): Promise<void> {
    await this.#write(1);
    await this.#writer.end();
  }

  async #write(atLeast: number): Promise<void> {
    for (const [table, rows] of this.#waiting) {
      if (rows.length >= atLeast) {
        await this.#writer.write(table, rows);
        this.#waiting.delete(table);
      }
    }
  }
}
