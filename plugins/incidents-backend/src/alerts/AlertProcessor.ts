import { randomUUID } from 'node:crypto';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { backoffMs, LEASE, WakeLoop } from '../clocks';
import { isPostgres } from '../database/dialect';
import { inTransaction } from '../database/inTransaction';
import type { CommitHints } from '../incidents/CommitHints';
import type { AlertAssessor } from './AlertAssessor';
import type { AlertMetrics } from './AlertMetrics';
import type { AlertRecorder } from './AlertRecorder';
import type {
  ClaimedDelivery,
  ClaimedMessage,
  DeliveryClaims,
} from './DeliveryClaims';
import type { MessageReader, ReadMessage } from './MessageReader';
import { batchesOf, type Portion } from './portions';

/** Messages taken up together, and the characters of them that may be in memory. */
const CLAIM = { most: 100, largest: 16 * 1024 * 1024 };

/**
 * Alerts of one transaction. On SQLite nothing else is written meanwhile, so it has
 * to be over in a tenth of a second; PostgreSQL is asked about as often for many as
 * for few.
 */
const ALERTS_PER_TRANSACTION = { sqlite: 50, postgres: 100 };

/** With the growing waits in between about a quarter of an hour. */
const ATTEMPTS = 8;

/**
 * Processes kept messages in the order of their arrival. Any number of processors
 * share one database; where one dies another takes over, and an alert has its
 * effect once.
 */
export class AlertProcessor {
  readonly #owner = randomUUID();
  readonly #knex: Knex;
  readonly #claims: DeliveryClaims;
  readonly #messages: MessageReader;
  readonly #assessor: AlertAssessor;
  readonly #recorder: AlertRecorder;
  readonly #hints: CommitHints;
  readonly #metrics: AlertMetrics;
  readonly #logger: LoggerService;
  readonly #loop: WakeLoop;
  readonly #alertsPerTransaction: number;
  #stopping = false;

  constructor(options: {
    knex: Knex;
    claims: DeliveryClaims;
    messages: MessageReader;
    assessor: AlertAssessor;
    recorder: AlertRecorder;
    hints: CommitHints;
    metrics: AlertMetrics;
    now: NowService;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#claims = options.claims;
    this.#messages = options.messages;
    this.#assessor = options.assessor;
    this.#recorder = options.recorder;
    this.#hints = options.hints;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
    this.#alertsPerTransaction =
      ALERTS_PER_TRANSACTION[isPostgres(options.knex) ? 'postgres' : 'sqlite'];
    this.#loop = new WakeLoop({
      look: () => this.#look(options.now),
      logger: options.logger,
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** Resolves when what is being processed has been. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#loop.stop();
  }

  /** There may be messages: look now. May be lost; nothing depends on it but speed. */
  hint(): void {
    this.#loop.wake();
  }

  /** Processes everything that can be at an instant, as the running processor does by itself. */
  async tick(now: string): Promise<void> {
    await this.#processAll({ now: () => now });
  }

  /** @returns in how many milliseconds something is to be taken over or tried again */
  async #look(now: NowService): Promise<number | undefined> {
    await this.#processAll(now);
    const at = now.now();
    const next = await this.#claims.nextAfter(this.#knex, at);
    return next === undefined ? undefined : Date.parse(next) - Date.parse(at);
  }

  async #processAll(now: NowService): Promise<void> {
    while (!this.#stopping && (await this.#processSome(now))) {
      // What comes in meanwhile wakes the loop.
    }
  }

  /** @returns whether there may be more */
  async #processSome(now: NowService): Promise<boolean> {
    const claimed = await this.#claim(now.now());
    if (claimed.length === 0) {
      return false;
    }
    const stopRenewing = this.#renew(claimed, now);
    try {
      const messages = await this.#read(claimed, now);
      for (const batch of batchesOf(messages, this.#alertsPerTransaction)) {
        // On SQLite nothing else of this process runs until told so.
        await letOthersRun();
        await this.#process(batch, now);
      }
    } finally {
      stopRenewing();
    }
    return true;
  }

  #claim(time: string): Promise<ClaimedMessage[]> {
    return this.#claims.claim(
      this.#knex,
      { owner: this.#owner, now: time, until: later(time, LEASE.forMs) },
      CLAIM,
    );
  }

  /** Keeps others away for as long as the work takes. */
  #renew(claimed: readonly ClaimedDelivery[], now: NowService): () => void {
    const ids = claimed.map(({ id }) => id);
    const renew = async () => {
      const until = later(now.now(), LEASE.forMs);
      await this.#claims.renew(this.#knex, this.#owner, ids, until);
    };
    const timer = setInterval(
      () =>
        renew().catch(error =>
          this.#logger.warn('A lease on alerts could not be renewed', {
            error: stringifyError(error),
          }),
        ),
      LEASE.renewEveryMs,
    );
    return () => clearInterval(timer);
  }

  async #read(
    claimed: readonly ClaimedMessage[],
    now: NowService,
  ): Promise<ReadMessage[]> {
    const messages: ReadMessage[] = [];
    for (const each of claimed) {
      try {
        if (each.attempts > ATTEMPTS) {
          throw new Error('The process ended each time it was processed');
        }
        const message = this.#messages.read(each);
        this.#warnOfTruncated(message);
        messages.push(message);
      } catch (error) {
        await this.#setBack(each, error, now.now());
      }
    }
    return messages;
  }

  /** Where a batch fails, each portion goes alone: a bad message holds back no other. */
  async #process(batch: readonly Portion[], now: NowService): Promise<void> {
    try {
      await this.#write(batch, now);
    } catch (error) {
      if (batch.length === 1) {
        await this.#setBack(batch[0].delivery, error, now.now());
        return;
      }
      for (const portion of batch) {
        await this.#process([portion], now);
      }
    }
  }

  async #write(batch: readonly Portion[], now: NowService): Promise<void> {
    const assessed = await this.#assessor.assess(batch);
    const { incidentIds, processed } = await inTransaction(this.#knex, tx =>
      this.#recorder.record(tx, assessed, this.#owner, now.now()),
    );
    for (const { delivery } of processed) {
      this.#metrics.processed(delivery.source, delivery.receivedAt, now.now());
    }
    this.#hints.give({ incidentIds });
  }

  async #setBack(
    { id, source, attempts }: ClaimedDelivery,
    error: unknown,
    time: string,
  ): Promise<void> {
    this.#metrics.failed(source);
    const reason = stringifyError(error);
    if (attempts >= ATTEMPTS) {
      this.#logger.error(
        `Message ${id} of ${source} is given up after ${attempts} attempts: ${reason}`,
      );
      await this.#claims.fail(this.#knex, this.#owner, id, reason);
      return;
    }
    const wait = backoffMs(attempts, 0);
    this.#logger.warn(
      `Message ${id} of ${source} could not be processed, again in ${wait} ms: ${reason}`,
    );
    await this.#claims.postpone(
      this.#knex,
      this.#owner,
      id,
      later(time, wait),
      reason,
    );
  }

  #warnOfTruncated({ delivery, sourceTitle, truncated }: ReadMessage): void {
    if (truncated > 0) {
      this.#logger.warn(
        `${sourceTitle} left ${truncated} alerts out of message ${delivery.id}; raise its limit of alerts in one message`,
      );
    }
  }
}

function later(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}
