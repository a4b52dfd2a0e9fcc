import {
  ticketStateOf,
  type ActionItemState,
} from '@linchpin/backstage-plugin-incidents-common/actions';
import type { Knex } from 'knex';
import type { NoticeOutbox } from '../../incidents/neighbours';
import type { Standing, TicketStore } from './TicketStore';

/** The kind under which tickets are known to the outbox; the subject is the action. */
export const ACTION_TICKET = 'action-ticket';

/** Id of the channel that keeps tickets in step. */
export const TRACKER_CHANNEL = 'tracker';

/** How a ticket is to stand for an action, as its tracker tells it. */
export function standingFor({
  status,
}: Pick<ActionItemState, 'status'>): Standing {
  return ticketStateOf(status) === 'open' ? 'open' : 'closed';
}

/** Has what happens to an action reach its ticket: writes that it has to, with the change itself. */
export class TicketKeeper {
  readonly #tickets: TicketStore;
  readonly #outbox: NoticeOutbox;

  constructor(options: { tickets: TicketStore; outbox: NoticeOutbox }) {
    this.#tickets = options.tickets;
    this.#outbox = options.outbox;
  }

  /**
   * @param version - of the action after the change
   */
  async follow(
    tx: Knex.Transaction,
    before: ActionItemState | undefined,
    after: ActionItemState,
    version: number,
    now: string,
  ): Promise<void> {
    const { id, ticket } = after;
    const had = before?.ticket;
    if (!ticket) {
      if (had) {
        await this.#tickets.remove(tx, id);
      }
      return;
    }
    if (had?.tracker !== ticket.tracker || had.key !== ticket.key) {
      const wasMade = had?.tracker === ticket.tracker && !had.key;
      await this.#tickets.put(
        tx,
        {
          actionId: id,
          tracker: ticket.tracker,
          ...(ticket.key && {
            key: ticket.key,
            url: ticket.url,
            // One that somebody linked is taken as it is.
            stands: wasMade ? 'open' : standingFor(after),
          }),
        },
        now,
      );
    } else if (before?.status === after.status) {
      return;
    }
    const stored = await this.#tickets.get(tx, id);
    if (stored?.stands !== standingFor(after)) {
      await this.bring(tx, id, `${version}`, now);
    }
  }

  /** Has the ticket brought in step, now or when the tracker can be reached. */
  async bring(
    tx: Knex.Transaction,
    actionId: string,
    cause: string,
    now: string,
  ): Promise<void> {
    await this.#tickets.await(tx, actionId);
    await this.#outbox.enqueue(
      tx,
      [
        {
          subjectKind: ACTION_TICKET,
          subjectId: actionId,
          cause,
          // What it brings is found when it is sent, so the latest is enough.
          kind: 'news',
          channel: TRACKER_CHANNEL,
          payload: {},
        },
      ],
      now,
    );
  }
}
