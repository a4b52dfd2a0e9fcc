import type { Knex } from 'knex';
import type {
  OutboxMessage,
  OutboxRenderer,
  RenderedEvent,
} from '../../delivery';
import { ACTION_TICKET } from './TicketKeeper';
import type { TicketStore } from './TicketStore';

/** Nothing but which action: how its ticket has to stand is looked up when it is brought there. */
export class TicketRenderer implements OutboxRenderer {
  readonly #knex: Knex;
  readonly #tickets: TicketStore;

  constructor(options: { knex: Knex; tickets: TicketStore }) {
    this.#knex = options.knex;
    this.#tickets = options.tickets;
  }

  /** Undefined where the ticket was unlinked, or is in step by now. */
  async render({
    subjectId,
  }: OutboxMessage): Promise<RenderedEvent | undefined> {
    const ticket = await this.#tickets.get(this.#knex, subjectId);
    return ticket?.waiting
      ? { topic: ACTION_TICKET, data: { actionId: subjectId } }
      : undefined;
  }
}
