import { isUnavailable } from './isUnavailable';

interface Waiting<Item> {
  item: Item;
  done(): void;
  failed(error: unknown): void;
}

/**
 * Commits small writes together: what arrives while a commit runs goes into the
 * next one, so that a disk that is slow to confirm confirms many at a time. In
 * the order of arrival; nobody hears of a success before it is committed.
 */
export class GroupCommit<Item> {
  readonly #commit: (items: readonly Item[]) => Promise<void>;
  readonly #largest: number;
  #waiting: Waiting<Item>[] = [];
  #running = false;

  /**
   * @param commit - writes all of the items or none
   * @param largest - the most items of one commit
   */
  constructor(options: {
    commit: (items: readonly Item[]) => Promise<void>;
    largest: number;
  }) {
    this.#commit = options.commit;
    this.#largest = options.largest;
  }

  /** Resolves when the item is committed. */
  add(item: Item): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ item, done, failed });
      if (!this.#running) {
        this.#running = true;
        void this.#run();
      }
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await everybodyArrived();
      await this.#settle(this.#waiting.splice(0, this.#largest));
    }
    this.#running = false;
  }

  /**
   * Where a group fails, each goes alone: one that cannot be written holds back no
   * other. Where the database is what fails, all are told at once.
   */
  async #settle(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      await this.#commit(group.map(({ item }) => item));
      group.forEach(({ done }) => done());
    } catch (error) {
      if (group.length === 1 || isUnavailable(error)) {
        group.forEach(({ failed }) => failed(error));
        return;
      }
      for (const one of group) {
        await this.#settle([one]);
      }
    }
  }
}

/**
 * SQLite blocks the process while it commits. The requests that have come in
 * meanwhile are all read before this resolves, so they make one group.
 */
function everybodyArrived(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
