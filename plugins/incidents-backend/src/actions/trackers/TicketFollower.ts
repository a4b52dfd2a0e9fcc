import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Actor } from '@linchpin/backstage-plugin-incidents-common';
import {
  TrackerBusyError,
  type ActionTracker,
  type NowService,
} from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { inTransaction } from '../../database/inTransaction';
import type { CommitHints } from '../../incidents/CommitHints';
import type { ActionWriter } from '../ActionWriter';
import type { ActionTrackers } from './ActionTrackers';
import type { TicketKeeper } from './TicketKeeper';
import type { Standing, StoredTicket, TicketStore } from './TicketStore';

const EVERY = { minutes: 2 };
/** Tickets of one round; the others have their turn in the next. */
const PORTION = 100;
const DAY_MS = 24 * 60 * 60_000;
/** What was over for longer is opened again by hand. */
const FOLLOWED_FOR_MS = 30 * DAY_MS;
/** By then the relay has given up. */
const AGAIN_AFTER_MS = 60 * 60_000;

/**
 * Has actions follow their tickets: asks the trackers how those stand, and tries
 * again what could not be brought there.
 */
export class TicketFollower {
  readonly #knex: Knex;
  readonly #trackers: ActionTrackers;
  readonly #tickets: TicketStore;
  readonly #keeper: TicketKeeper;
  readonly #writer: ActionWriter;
  readonly #hints: CommitHints;
  readonly #now: NowService;
  readonly #logger: LoggerService;

  constructor(options: {
    knex: Knex;
    trackers: ActionTrackers;
    tickets: TicketStore;
    keeper: TicketKeeper;
    writer: ActionWriter;
    hints: CommitHints;
    now: NowService;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#trackers = options.trackers;
    this.#tickets = options.tickets;
    this.#keeper = options.keeper;
    this.#writer = options.writer;
    this.#hints = options.hints;
    this.#now = options.now;
    this.#logger = options.logger;
  }

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'incidents-follow-tickets',
      frequency: EVERY,
      timeout: { minutes: 10 },
      scope: 'global',
      fn: signal => this.run(signal),
    });
  }

  /** One round. */
  async run(signal?: AbortSignal): Promise<void> {
    await this.#tryAgain();
    const since = this.#ago(FOLLOWED_FOR_MS);
    const resting = new Set<string>();
    for (const ticket of await this.#tickets.toLookAt(
      this.#knex,
      since,
      PORTION,
    )) {
      const tracker = this.#trackers.get(ticket.tracker);
      if (signal?.aborted) {
        return;
      }
      if (tracker && !resting.has(tracker.id)) {
        await this.#look(tracker, ticket, () => resting.add(tracker.id));
      }
    }
  }

  async #tryAgain(): Promise<void> {
    const now = this.#now.now();
    const before = this.#ago(AGAIN_AFTER_MS);
    for (const id of await this.#tickets.givenUp(this.#knex, before, PORTION)) {
      await inTransaction(this.#knex, tx =>
        this.#keeper.bring(tx, id, `again ${now}`, now),
      );
    }
  }

  /** One that fails holds back no other, unless the tracker wants to be left alone. */
  async #look(
    tracker: ActionTracker,
    ticket: StoredTicket,
    onBusy: () => void,
  ): Promise<void> {
    try {
      const stands = await tracker.read(ticket.key!);
      if (!stands) {
        throw new Error(`${ticket.key} is not there any more`);
      }
      await this.#follow(tracker, ticket, stands);
    } catch (error) {
      const { message } = toError(error);
      const now = this.#now.now();
      await this.#tickets.failed(this.#knex, ticket.actionId, message, now);
      this.#logger.warn(`Could not follow a ticket: ${message}`, {
        actionId: ticket.actionId,
      });
      if (error instanceof TrackerBusyError) {
        onBusy();
      }
    }
  }

  async #follow(
    tracker: ActionTracker,
    ticket: StoredTicket,
    stands: Standing,
  ): Promise<void> {
    const now = this.#now.now();
    const actor: Actor = { type: 'system', name: tracker.title };
    const committed = await inTransaction(this.#knex, async tx => {
      const counts = await this.#tickets.looked(tx, ticket, stands, now);
      return counts && stands !== ticket.stands
        ? this.#writer.execute(
            tx,
            ticket.actionId,
            {
              command: { type: 'follow-ticket', key: ticket.key!, is: stands },
            },
            { now, actor, who: { ownershipRefs: [], permissions: [] } },
          )
        : { incidentIds: [] };
    });
    this.#hints.give(committed);
  }

  #ago(ms: number): string {
    return new Date(Date.parse(this.#now.now()) - ms).toISOString();
  }
}
