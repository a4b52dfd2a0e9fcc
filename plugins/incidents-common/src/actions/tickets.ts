import { refuse } from '../incidents/decision';
import {
  happened,
  nothing,
  type ActionDecider,
  type ActionDecision,
} from './decision';
import type { ActionItemState } from './state';
import { isOpenAction, type ActionStatus } from './vocabulary';

/** The ticket of a tracker that stands for an action item. @public */
export interface ActionTicket {
  tracker: string;
  /** As people call the tracker. */
  trackerTitle: string;
  /** As the tracker names it, such as `PAY-12`; missing until the tracker has made it. */
  key?: string;
  url?: string;
}

/** How a ticket is to stand for an action item in a status. @public */
export function ticketStateOf(
  status: ActionStatus,
): 'open' | 'done' | 'wont-do' {
  if (isOpenAction(status)) {
    return 'open';
  }
  return status === 'wont-do' ? 'wont-do' : 'done';
}

/** The commands that are about tickets, of people and of what talks to the trackers. */
export type TicketCommand =
  | 'link-ticket'
  | 'make-ticket'
  | 'unlink-ticket'
  | 'ticket-made'
  | 'follow-ticket';

/** What is decided about tickets, by people and by what talks to the trackers. */
export const TICKET_DECIDERS: {
  [Type in TicketCommand]: ActionDecider<Type>;
} = {
  'link-ticket'(state, { url }, facts) {
    const { ticket } = facts;
    if (!ticket) {
      return refuse('input', `${url} is a ticket of no tracker here`, 'url');
    }
    if (state.ticket?.key && isSame(state.ticket, ticket)) {
      return nothing;
    }
    return (
      alreadyOne(state) ?? {
        events: [happened(facts, 'ticket-linked', { ticket })],
      }
    );
  },

  'make-ticket'(state, { tracker }, facts) {
    const { ticket } = facts;
    if (!ticket) {
      return refuse('input', `There is no tracker '${tracker}'`, 'tracker');
    }
    return (
      alreadyOne(state) ?? {
        events: [happened(facts, 'ticket-asked-for', { ticket })],
      }
    );
  },

  'unlink-ticket': ({ ticket }, _, facts) =>
    ticket
      ? { events: [happened(facts, 'ticket-unlinked', { ticket })] }
      : nothing,

  /** Nobody may have changed their mind while it was made. */
  'ticket-made'(state, { ticket }, facts) {
    const awaited =
      state.ticket?.tracker === ticket.tracker && !state.ticket.key;
    return awaited
      ? { events: [happened(facts, 'ticket-linked', { ticket })] }
      : nothing;
  },

  /** What was finished there is done, and what is worked on again there is in progress. */
  'follow-ticket'(state, { key, is }, facts): ActionDecision {
    const isOpen = isOpenAction(state.status);
    if (state.ticket?.key !== key || isOpen === (is === 'open')) {
      return nothing;
    }
    return {
      events: isOpen
        ? [happened(facts, 'finished', {})]
        : [happened(facts, 'reopened', {}), happened(facts, 'started', {})],
    };
  },
};

function alreadyOne({ ticket }: ActionItemState): ActionDecision | undefined {
  return (
    ticket &&
    refuse(
      'conflict',
      `It has a ticket of ${ticket.trackerTitle} already: ${
        ticket.key ?? 'one that is being made'
      }`,
    )
  );
}

function isSame(a: ActionTicket, b: ActionTicket): boolean {
  return a.tracker === b.tracker && a.key === b.key;
}
