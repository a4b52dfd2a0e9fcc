import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { PersonSnapshot } from '@linchpin/backstage-plugin-incidents-common';
import {
  weekBefore,
  type DigestDay,
  type Period,
} from '@linchpin/backstage-plugin-incidents-common/history';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { inTransaction } from '../database/inTransaction';
import { NOTIFICATIONS_CHANNEL, type OutboxEntry } from '../delivery';
import type { NoticeOutbox } from '../incidents/neighbours';
import type { DigestReader } from './DigestReader';
import { DIGEST, type DigestPayload } from './DigestRenderer';

/** Who is told of a group's week; never asked inside a transaction. */
export interface DigestReaders {
  /**
   * Whom a message to a group leads to: others where it has no people of its own.
   * Undefined where the catalog has no such group.
   */
  passOn(groupRef: string): Promise<
    | {
        owner?: { ref: string };
        people: readonly PersonSnapshot[];
      }
    | undefined
  >;
}

/** A portal that was off for longer tells nothing: it is no news any more. */
const NEWS_FOR = 24 * 60 * 60_000;

/**
 * Tells the owners of incidents once a week how it was, each person of a group by
 * one notice. What is written already is written once, so that it does not matter
 * how often and on how many replicas this runs.
 */
export class DigestWriter {
  readonly #knex: Knex;
  readonly #reader: DigestReader;
  readonly #people: DigestReaders;
  readonly #outbox: Pick<NoticeOutbox, 'enqueue'>;
  readonly #day: DigestDay;
  readonly #onWritten: () => void;
  readonly #logger: LoggerService;
  /** The end of the week that is told already. */
  #told: string | undefined;

  constructor(options: {
    knex: Knex;
    reader: DigestReader;
    people: DigestReaders;
    outbox: Pick<NoticeOutbox, 'enqueue'>;
    day: DigestDay;
    /** There is something to send; a hint. */
    onWritten: () => void;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#reader = options.reader;
    this.#people = options.people;
    this.#outbox = options.outbox;
    this.#day = options.day;
    this.#onWritten = options.onWritten;
    this.#logger = options.logger;
  }

  async schedule(scheduler: SchedulerService, now: NowService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'incidents-digest',
      frequency: { minutes: 15 },
      timeout: { minutes: 10 },
      scope: 'global',
      fn: async () => this.write(now.now()),
    });
  }

  /** Writes the digests of the week that was over last, while they are news. */
  async write(now: string): Promise<void> {
    const week = weekBefore(now, this.#day);
    const age = Date.parse(now) - Date.parse(week.to);
    if (age > NEWS_FOR || this.#told === week.to) {
      return;
    }
    let isWhole = true;
    for (const groupRef of await this.#reader.owners(week)) {
      try {
        await this.#tell(groupRef, week, now);
      } catch (error) {
        isWhole = false;
        this.#logger.error(
          `The week of ${groupRef} is told later`,
          toError(error),
        );
      }
    }
    this.#onWritten();
    this.#told = isWhole ? week.to : undefined;
  }

  async #tell(groupRef: string, week: Period, now: string): Promise<void> {
    if (!(await this.#reader.week(groupRef, week))) {
      return;
    }
    const led = await this.#people.passOn(groupRef);
    const people = led?.owner?.ref === groupRef ? led.people : [];
    const entries = people.map((person): OutboxEntry => ({
      subjectKind: DIGEST,
      subjectId: groupRef,
      cause: week.to,
      kind: 'news',
      channel: NOTIFICATIONS_CHANNEL,
      recipient: person,
      payload: { ...week } satisfies DigestPayload,
    }));
    await inTransaction(this.#knex, tx =>
      this.#outbox.enqueue(tx, entries, now),
    );
  }
}
