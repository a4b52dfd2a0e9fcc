import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

const LONGEST_WAIT_MS = 1_000;

/**
 * Looks again and again whether there is something to do: when told to, when the
 * next thing is due, and once a second in any case. What is due lies in the
 * database; this is only the hint to look now, so nothing is lost when it stops.
 */
export class WakeLoop {
  readonly #look: () => Promise<number | undefined>;
  readonly #logger: LoggerService;
  #running: Promise<void> | undefined;
  #stopped = false;
  #failing = false;
  #woken = false;
  #rouse: (() => void) | undefined;

  /**
   * @param look - does what is due; returns in how many milliseconds the next is, if that is known
   */
  constructor(options: {
    look: () => Promise<number | undefined>;
    logger: LoggerService;
  }) {
    this.#look = options.look;
    this.#logger = options.logger;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Look now; during a look: once more after it. */
  wake(): void {
    this.#woken = true;
    this.#rouse?.();
  }

  /** Ends the loop; resolves when a look that is under way is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false;
      await this.#sleep(await this.#lookSafely());
    }
  }

  async #lookSafely(): Promise<number> {
    try {
      const wait = await this.#look();
      this.#failing = false;
      return Math.min(LONGEST_WAIT_MS, Math.max(1, wait ?? LONGEST_WAIT_MS));
    } catch (error) {
      if (!this.#failing) {
        this.#logger.error(
          'Looking for due work failed, trying on',
          toError(error),
        );
      }
      this.#failing = true;
      return LONGEST_WAIT_MS;
    }
  }

  #sleep(ms: number): Promise<void> {
    if (this.#woken) {
      return Promise.resolve();
    }
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
