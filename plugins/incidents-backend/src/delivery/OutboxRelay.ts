import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { backoffMs, LEASE, WakeLoop } from '../clocks';
import { GroupCommit } from '../database/GroupCommit';
import {
  ChannelNotInstalledError,
  ComeAgainError,
  type DeliveryChannel,
  type OutboxRenderer,
} from './DeliveryChannel';
import { Dispatch } from './Dispatch';
import type { OutboxMessage, Outcome } from './outbox';
import type { Occupation } from './Occupation';
import type { OutboxMetrics } from './OutboxMetrics';
import type { Lease, OutboxClaims } from './OutboxClaims';

/** Messages that one relay takes at a time, and sends at a time: several, so that a slow receiver holds back no others. */
const LANES = 8;

/**
 * Each costs the process some milliseconds, so one that is busy sends fewer of those
 * that it has taken, with a rest after each: what has come in and is not in the outbox
 * yet must not wait for what is on its way out.
 */
const LANES_WHILE_BUSY = 2;

/** The share of its time from which on a process is busy. */
const BUSY_FROM = 0.8;

const ATTEMPTS = 8;

/**
 * Empties the outbox. Any number of relays share one database: each holds what
 * it sends by a lease that it renews while it works, and another takes over what
 * a dead one held. So a message is sent at least once, and twice only where a
 * relay died between sending it and writing that down.
 */
export class OutboxRelay {
  readonly #id = randomUUID();
  readonly #knex: Knex;
  readonly #claims: OutboxClaims;
  readonly #now: NowService;
  readonly #occupation: Pick<Occupation, 'share' | 'rest'>;
  readonly #metrics: OutboxMetrics;
  readonly #logger: LoggerService;
  readonly #attempts: number;
  readonly #dispatch: Dispatch;
  /** Taken and not begun to be sent, each with the end of its lease, which is not renewed. */
  #waiting: { message: OutboxMessage; until: string }[] = [];
  readonly #inFlight = new Map<string, Promise<void>>();
  readonly #arrivals: GroupCommit<{ id: string; at: string }>;
  readonly #loop: WakeLoop;
  #renewal: NodeJS.Timeout | undefined;
  #stopping = false;

  /**
   * @param attempts - how often a message is tried before it is given up; 8 unless told
   * @param attemptLimitMs - how long one attempt may take; 30 s unless told
   */
  constructor(options: {
    knex: Knex;
    claims: OutboxClaims;
    now: NowService;
    occupation: Pick<Occupation, 'share' | 'rest'>;
    metrics: OutboxMetrics;
    logger: LoggerService;
    attempts?: number;
    attemptLimitMs?: number;
  }) {
    this.#knex = options.knex;
    this.#claims = options.claims;
    this.#now = options.now;
    this.#occupation = options.occupation;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
    this.#attempts = options.attempts ?? ATTEMPTS;
    this.#dispatch = new Dispatch(options);
    this.#arrivals = new GroupCommit({
      commit: async arrived =>
        this.#claims.arrived(
          this.#knex,
          arrived.map(({ id }) => id),
          this.#id,
          arrived[0].at,
        ),
      largest: LANES,
    });
    this.#loop = new WakeLoop({
      look: () => this.#look(),
      logger: options.logger,
    });
  }

  registerRenderer(subjectKind: string, renderer: OutboxRenderer): void {
    this.#dispatch.registerRenderer(subjectKind, renderer);
  }

  registerChannel(channel: DeliveryChannel): void {
    this.#dispatch.registerChannel(channel);
  }

  start(): void {
    this.#renewal ??= setInterval(
      () => this.#renewSafely(),
      LEASE.renewEveryMs,
    );
    this.#loop.start();
  }

  /** Takes nothing more; resolves when what was taken has been sent. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#loop.stop();
    await this.#untilSent();
    clearInterval(this.#renewal);
  }

  /** There may be messages: look now. May be lost; nothing depends on it but speed. */
  hint(): void {
    this.#loop.wake();
  }

  /** Sends all that may be sent at an instant, as the running relay does by itself. */
  async tick(now: string): Promise<void> {
    do {
      await this.#fill({ now: () => now });
      await this.#untilSent();
    } while (await this.#fill({ now: () => now }));
  }

  /** Holds on to what is being sent, as the running relay does by itself. */
  async renewLeases(now: string): Promise<void> {
    await this.#claims.renew(
      this.#knex,
      [...this.#inFlight.keys()],
      this.#leaseFrom(now),
    );
  }

  async #untilSent(): Promise<void> {
    while (this.#inFlight.size > 0) {
      await Promise.all(this.#inFlight.values());
    }
  }

  async #look(): Promise<number | undefined> {
    await this.#fill(this.#now);
    if (this.#freeLanes() <= 0) {
      // Whichever is free first wakes the loop.
      return undefined;
    }
    const now = this.#now.now();
    const next = await this.#claims.nextAfter(this.#knex, now);
    return next === undefined ? undefined : Date.parse(next) - Date.parse(now);
  }

  /** Puts messages on all free lanes; says whether any is busy. */
  async #fill(now: NowService): Promise<boolean> {
    await letOthersRun();
    this.#send(now);
    if (this.#freeLanes() > 0 && !this.#stopping) {
      await this.#take(now.now());
      this.#send(now);
    }
    return this.#inFlight.size > 0;
  }

  async #take(time: string): Promise<void> {
    const lease = this.#leaseFrom(time);
    const taken = [
      ...this.#inFlight.keys(),
      ...this.#waiting.map(({ message }) => message.id),
    ];
    const messages = await this.#claims.claim(
      this.#knex,
      lease,
      { most: LANES - taken.length, except: taken },
      time,
    );
    this.#waiting.push(
      ...messages.map(message => ({ message, until: lease.until })),
    );
  }

  #freeLanes(): number {
    const lanes = this.#isBusy() ? LANES_WHILE_BUSY : LANES;
    return lanes - this.#inFlight.size;
  }

  #isBusy(): boolean {
    return this.#occupation.share() >= BUSY_FROM;
  }

  /**
   * Sends what was taken, as far as there are lanes for it. What waited for so long
   * that its lease could end before it is renewed is left to whoever takes it next.
   */
  #send(now: NowService): void {
    const renewedBy = later(now.now(), LEASE.renewEveryMs);
    this.#waiting = this.#waiting.filter(({ until }) => until > renewedBy);
    for (const { message } of this.#waiting.splice(0, this.#freeLanes())) {
      this.#inFlight.set(message.id, this.#sendOne(message, now));
    }
  }

  /** Never fails: a message that cannot be settled is taken again when its lease ends. */
  async #sendOne(message: OutboxMessage, now: NowService): Promise<void> {
    try {
      const result = await this.#dispatch.attempt(message);
      if (result === 'sent') {
        await this.#arrivals.add({ id: message.id, at: now.now() });
        this.#metrics.attempted(message, 'sent');
      } else {
        const outcome = this.#judge(message, result, now.now());
        await this.#claims.settle(this.#knex, message.id, this.#id, outcome);
        this.#metrics.attempted(message, outcome.state);
      }
    } catch (error) {
      this.#logger.error(
        `Could not write down what became of message ${message.key}`,
        toError(error),
      );
    } finally {
      if (this.#isBusy()) {
        await this.#occupation.rest();
      }
      this.#inFlight.delete(message.id);
      this.#send(now);
      if (this.#freeLanes() > 0) {
        this.#loop.wake();
      }
    }
  }

  /** What becomes of a message that did not arrive. */
  #judge(
    message: OutboxMessage,
    result: 'superseded' | Error,
    now: string,
  ): Outcome {
    if (result === 'superseded') {
      return { state: 'superseded' };
    }
    const error = result.message;
    if (result instanceof ChannelNotInstalledError) {
      return { state: 'skipped', error };
    }
    if (message.attempts >= this.#attempts) {
      this.#logger.error(`Gave up message ${message.key}`, result);
      return { state: 'dead', error, at: now };
    }
    const wait = Math.max(
      backoffMs(message.attempts, Math.random()),
      result instanceof ComeAgainError ? result.waitMs : 0,
    );
    this.#logger.warn(
      `Message ${message.key} failed, again in ${wait} ms`,
      result,
    );
    return { state: 'pending', error, retryAt: later(now, wait) };
  }

  async #renewSafely(): Promise<void> {
    if (this.#inFlight.size === 0) {
      return;
    }
    try {
      await this.renewLeases(this.#now.now());
    } catch (error) {
      this.#logger.warn('Could not renew leases', toError(error));
    }
  }

  #leaseFrom(now: string): Lease {
    return { owner: this.#id, until: later(now, LEASE.forMs) };
  }
}

function later(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString();
}
