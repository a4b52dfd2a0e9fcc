import { toError } from '@backstage/errors';
import type { Actor } from '@linchpin/backstage-plugin-incidents-common';
import {
  ticketStateOf,
  type ActionItemState,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import {
  TrackerBusyError,
  type ActionTracker,
  type NowService,
  type Ticket,
} from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import { inTransaction } from '../../database/inTransaction';
import {
  ComeAgainError,
  isNotice,
  type Delivery,
  type DeliveryChannel,
} from '../../delivery';
import type { CommitHints } from '../../incidents/CommitHints';
import type { ActionStore } from '../ActionStore';
import type { ActionWriter } from '../ActionWriter';
import { ticketOf, type ActionTrackers } from './ActionTrackers';
import type { TicketDrafts } from './TicketDrafts';
import { standingFor, TRACKER_CHANNEL } from './TicketKeeper';
import type { StoredTicket, TicketStore } from './TicketStore';

/**
 * How long after a ticket may have been made the tracker is asked for it: what was
 * made just now is not found at once everywhere.
 */
const SETTLED_AFTER_MS = 60_000;

/**
 * Brings tickets in step with their actions. Any attempt may be repeated: before a
 * ticket is made again of which nobody knows whether it was, it is looked for.
 */
export class TicketChannel implements DeliveryChannel {
  readonly id = TRACKER_CHANNEL;
  readonly #knex: Knex;
  readonly #trackers: ActionTrackers;
  readonly #tickets: TicketStore;
  readonly #drafts: TicketDrafts;
  readonly #actions: ActionStore;
  readonly #writer: ActionWriter;
  readonly #hints: CommitHints;
  readonly #now: NowService;

  constructor(options: {
    knex: Knex;
    trackers: ActionTrackers;
    tickets: TicketStore;
    drafts: TicketDrafts;
    actions: ActionStore;
    writer: ActionWriter;
    hints: CommitHints;
    now: NowService;
  }) {
    this.#knex = options.knex;
    this.#trackers = options.trackers;
    this.#tickets = options.tickets;
    this.#drafts = options.drafts;
    this.#actions = options.actions;
    this.#writer = options.writer;
    this.#hints = options.hints;
    this.#now = options.now;
  }

  /** @throws ComeAgainError where the tracker says when; else what is wrong, which the action shows too */
  async deliver({ message }: Delivery): Promise<void> {
    if (isNotice(message)) {
      throw new Error('Tickets need an action');
    }
    const actionId = String(message.data.actionId);
    try {
      await this.#bring(actionId);
    } catch (error) {
      const { message: problem } = toError(error);
      await this.#tickets.failed(
        this.#knex,
        actionId,
        problem,
        this.#now.now(),
      );
      throw error instanceof TrackerBusyError
        ? new ComeAgainError(problem, error.waitMs)
        : error;
    }
  }

  async #bring(actionId: string): Promise<void> {
    const [stored, ticket] = await Promise.all([
      this.#actions.get(this.#knex, actionId),
      this.#tickets.get(this.#knex, actionId),
    ]);
    if (!stored || !ticket?.waiting) {
      return;
    }
    const tracker = this.#trackers.get(ticket.tracker);
    if (!tracker) {
      throw new Error(`The tracker '${ticket.tracker}' is not set up any more`);
    }
    const { state } = stored;
    if (ticket.key === undefined) {
      await this.#make(tracker, ticket, state);
      return;
    }
    await tracker.setState(ticket.key, ticketStateOf(state.status));
    await this.#tickets.arrived(
      this.#knex,
      ticket,
      standingFor(state),
      this.#now.now(),
    );
  }

  async #make(
    tracker: ActionTracker,
    ticket: StoredTicket,
    state: ActionItemState,
  ): Promise<void> {
    const made = await this.#madeBy(tracker, ticket, state);
    const now = this.#now.now();
    const actor: Actor = { type: 'system', name: tracker.title };
    const committed = await inTransaction(this.#knex, tx =>
      this.#writer.execute(
        tx,
        state.id,
        {
          command: {
            type: 'ticket-made',
            ticket: ticketOf(tracker, made),
          },
        },
        { now, actor, who: { ownershipRefs: [], permissions: [] } },
      ),
    );
    this.#hints.give(committed);
  }

  async #madeBy(
    tracker: ActionTracker,
    { actionId, askedAt, triedAt }: StoredTicket,
    state: ActionItemState,
  ): Promise<Ticket> {
    const draft = await this.#drafts.of(state);
    const now = this.#now.now();
    if (askedAt && triedAt) {
      const settled = Date.parse(triedAt) + SETTLED_AFTER_MS - Date.parse(now);
      if (settled > 0) {
        throw new TrackerBusyError(
          `${tracker.title} may have made it; it is looked for in a minute`,
          settled,
        );
      }
      const found = await tracker.find(draft, askedAt);
      if (found) {
        return found;
      }
    }
    await this.#tickets.trying(this.#knex, actionId, now);
    return tracker.create(draft);
  }
}
