import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { isPostgres } from '../database/dialect';
import type { DueTime } from '../database/dueTime';
import { inTransaction } from '../database/inTransaction';
import { backoffMs } from './backoff';
import type { ClockMetrics } from './ClockMetrics';
import type { ClaimedClock, ClockStore, DueClock } from './ClockStore';
import { WakeLoop } from './WakeLoop';

/** What firing a clock leaves to be done once it is committed. */
export interface Fired {
  afterCommit?: () => void;
}

/** What happens to one kind of subject when a clock of it falls due. */
export interface ClockHandler {
  /**
   * Writes the effect in the transaction in which the clock is used up, so that
   * it happens once. Nothing but SQL on that transaction may be awaited in it.
   *
   * @param now - the instant at which the clock was found due
   */
  fire(
    tx: Knex.Transaction,
    clock: DueClock,
    now: string,
  ): Promise<Fired | void>;
}

/** Clocks that one engine fires at a time; SQLite has one connection. */
const LANES_ON_POSTGRES = 4;

/**
 * Fires what falls due. Any number of engines share one database: a clock is
 * claimed, fired and used up in one transaction, wherever one of them dies.
 */
export class ClockEngine {
  readonly #knex: Knex;
  readonly #clocks: ClockStore;
  readonly #time: DueTime;
  readonly #metrics: ClockMetrics;
  readonly #logger: LoggerService;
  readonly #handlers = new Map<string, ClockHandler>();
  readonly #loop: WakeLoop;
  #stopping = false;

  constructor(options: {
    knex: Knex;
    clocks: ClockStore;
    time: DueTime;
    metrics: ClockMetrics;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#clocks = options.clocks;
    this.#time = options.time;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
    this.#loop = new WakeLoop({
      look: () => this.#look(),
      logger: options.logger,
    });
  }

  /** Clocks of a kind of subject stay as they are until it has a handler. */
  register(subjectKind: string, handler: ClockHandler): void {
    this.#handlers.set(subjectKind, handler);
  }

  start(): void {
    this.#loop.start();
  }

  /** Resolves when what is being fired has been. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#loop.stop();
  }

  /** Clocks may have changed: look now. May be lost; nothing depends on it but speed. */
  hint(): void {
    this.#loop.wake();
  }

  /**
   * Fires everything that is due at an instant, as the running engine does by
   * itself.
   *
   * @returns how many clocks have fired
   */
  async tick(now: string): Promise<number> {
    return this.#fireDue(async () => now);
  }

  async #look(): Promise<number | undefined> {
    await this.#fireDue(this.#time);
    const now = await this.#time();
    const next = await this.#clocks.nextAfter(this.#knex, now);
    return next === undefined ? undefined : Date.parse(next) - Date.parse(now);
  }

  async #fireDue(time: DueTime): Promise<number> {
    const lanes = isPostgres(this.#knex) ? LANES_ON_POSTGRES : 1;
    const fired = await Promise.all(
      Array.from({ length: lanes }, () => this.#fireInTurn(time)),
    );
    return fired.reduce((sum, n) => sum + n, 0);
  }

  async #fireInTurn(time: DueTime): Promise<number> {
    let fired = 0;
    while (!this.#stopping) {
      await letOthersRun();
      switch (await this.#fireNext(await time())) {
        case 'fired':
          fired += 1;
          break;
        case 'none':
          return fired;
        default:
          break;
      }
    }
    return fired;
  }

  async #fireNext(now: string): Promise<'fired' | 'postponed' | 'none'> {
    const held: { clock?: ClaimedClock; fired?: Fired | void } = {};
    try {
      await inTransaction(this.#knex, async tx => {
        const kinds = [...this.#handlers.keys()];
        held.clock = await this.#clocks.claimNext(tx, kinds, now);
        if (held.clock) {
          const handler = this.#handlers.get(held.clock.subjectKind)!;
          held.fired = await handler.fire(tx, held.clock, now);
        }
      });
    } catch (error) {
      if (!held.clock) {
        throw error;
      }
      await this.#postpone(held.clock, now, error);
      return 'postponed';
    }
    if (!held.clock) {
      return 'none';
    }
    this.#metrics.fired(held.clock);
    this.#afterCommit(held.fired);
    return 'fired';
  }

  #afterCommit(fired: Fired | void): void {
    try {
      fired?.afterCommit?.();
    } catch (error) {
      this.#logger.error(
        'What should follow a fired clock failed',
        toError(error),
      );
    }
  }

  async #postpone(
    clock: ClaimedClock,
    now: string,
    error: unknown,
  ): Promise<void> {
    const wait = backoffMs(clock.failures + 1, 0);
    this.#metrics.failed(clock);
    this.#logger.error(
      `Clock ${clock.kind} of ${clock.subjectKind} ${clock.subjectId} failed, again in ${wait} ms`,
      toError(error),
    );
    await this.#clocks.postpone(
      this.#knex,
      clock,
      new Date(Date.parse(now) + wait).toISOString(),
    );
  }
}
