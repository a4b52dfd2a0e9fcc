import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { inTransaction } from '../database/inTransaction';
import { backoffMs } from './backoff';
import type { ClockHandler, Fired } from './ClockHandler';
import type { ClockMetrics } from './ClockMetrics';
import type { ClaimedClock, ClockStore } from './ClockStore';
import { WakeLoop } from './WakeLoop';

/** Clocks that are fired together, so that a transaction is over in a tenth of a second. */
const AT_ONCE = 50;

/** Subjects that somebody else is changing are looked at again after this time. */
const BUSY_MS = 50;

/**
 * Fires what falls due. Any number of engines share one database: clocks are
 * claimed, fired and used up in one transaction, wherever one of them dies.
 */
export class ClockEngine {
  readonly #knex: Knex;
  readonly #clocks: ClockStore;
  readonly #now: NowService;
  readonly #metrics: ClockMetrics;
  readonly #logger: LoggerService;
  readonly #handlers = new Map<string, ClockHandler>();
  readonly #loop: WakeLoop;
  #stopping = false;

  constructor(options: {
    knex: Knex;
    clocks: ClockStore;
    now: NowService;
    metrics: ClockMetrics;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#clocks = options.clocks;
    this.#now = options.now;
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
    const { fired } = await this.#fireDue(this.#handlers.keys(), {
      now: () => now,
    });
    return fired;
  }

  /** It is told to look after each commit, so where nothing is due it asks once. */
  async #look(): Promise<number | undefined> {
    const first = await this.#clocks.firstOf(this.#knex, [
      ...this.#handlers.keys(),
    ]);
    const now = Date.parse(this.#now.now());
    const waits = [...first].map(([kind, fireAt]) => ({
      kind,
      ms: Date.parse(fireAt) - now,
    }));
    const due = waits.filter(({ ms }) => ms <= 0).map(({ kind }) => kind);
    if (due.length === 0) {
      return waits.length > 0
        ? Math.min(...waits.map(({ ms }) => ms))
        : undefined;
    }
    const { leftBusy } = await this.#fireDue(due, this.#now);
    return leftBusy ? BUSY_MS : 0;
  }

  async #fireDue(
    kinds: Iterable<string>,
    source: NowService,
  ): Promise<{ fired: number; leftBusy: boolean }> {
    let fired = 0;
    let leftBusy = false;
    for (const kind of kinds) {
      const busy = new Set<string>();
      while (!this.#stopping) {
        await letOthersRun();
        const now = source.now();
        const subjects = await this.#clocks.dueSubjects(this.#knex, kind, now, {
          most: AT_ONCE,
          except: [...busy],
        });
        if (subjects.length === 0) {
          break;
        }
        const batch = await this.#fire(kind, subjects, now);
        fired += batch.fired;
        batch.busy.forEach(id => busy.add(id));
      }
      leftBusy ||= busy.size > 0;
    }
    return { fired, leftBusy };
  }

  /** Where a batch fails, each subject goes alone: a clock that fails holds back no other. */
  async #fire(
    kind: string,
    subjects: readonly string[],
    now: string,
  ): Promise<{ fired: number; busy: string[] }> {
    const held: { claimed: ClaimedClock[]; busy: string[] } = {
      claimed: [],
      busy: [],
    };
    const handler = this.#handlers.get(kind)!;
    let outcome: Fired | void;
    try {
      outcome = await inTransaction(this.#knex, async tx => {
        const free = await handler.lockFree(tx, subjects);
        held.busy = subjects.filter(id => !free.has(id));
        held.claimed = await this.#clocks.claim(tx, kind, [...free], now);
        return held.claimed.length > 0
          ? handler.fire(tx, held.claimed, now)
          : undefined;
      });
    } catch (error) {
      return this.#fireAlone(kind, held, now, error);
    }
    held.claimed.forEach(clock => this.#metrics.fired(clock));
    this.#afterCommit(outcome);
    return { fired: held.claimed.length, busy: held.busy };
  }

  async #fireAlone(
    kind: string,
    { claimed, busy }: { claimed: ClaimedClock[]; busy: string[] },
    now: string,
    error: unknown,
  ): Promise<{ fired: number; busy: string[] }> {
    const [first, ...others] = claimed;
    if (!first) {
      throw error;
    }
    if (others.length === 0) {
      await this.#postpone(first, now, error);
      return { fired: 0, busy };
    }
    let fired = 0;
    const left = [...busy];
    for (const { subjectId } of claimed) {
      const alone = await this.#fire(kind, [subjectId], now);
      fired += alone.fired;
      left.push(...alone.busy);
    }
    return { fired, busy: left };
  }

  #afterCommit(outcome: Fired | void): void {
    try {
      outcome?.afterCommit?.();
    } catch (error) {
      this.#logger.error(
        'What should follow fired clocks failed',
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
