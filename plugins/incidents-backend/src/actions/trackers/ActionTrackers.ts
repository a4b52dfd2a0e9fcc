import { ConflictError, InputError } from '@backstage/errors';
import type { ActionTicket } from '@linchpin/backstage-plugin-incidents-common/actions';
import type {
  ActionTracker,
  IncidentsTrackersExtensionPoint,
  Ticket,
} from '@linchpin/backstage-plugin-incidents-node';

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The trackers that action items may have tickets in: those of the config and those of modules. */
export class ActionTrackers implements IncidentsTrackersExtensionPoint {
  readonly #trackers = new Map<string, ActionTracker>();

  addTracker(tracker: ActionTracker): void {
    const { id } = tracker;
    if (!ID.test(id)) {
      throw new InputError(
        `id: '${id}' is no id of a tracker; use lower-case letters, digits and dashes`,
      );
    }
    if (this.#trackers.has(id)) {
      throw new ConflictError(`The id '${id}' is taken already`);
    }
    this.#trackers.set(id, tracker);
  }

  get(id: string): ActionTracker | undefined {
    return this.#trackers.get(id);
  }

  all(): ActionTracker[] {
    return [...this.#trackers.values()];
  }

  /** The ticket at an address; undefined where it is one of no tracker here. */
  ticketAt(url: string): ActionTicket | undefined {
    for (const tracker of this.#trackers.values()) {
      const ticket = tracker.ticketAt(url);
      if (ticket) {
        return ticketOf(tracker, ticket);
      }
    }
    return undefined;
  }

  /** One that has yet to be made; undefined where there is no such tracker. */
  ticketToMake(trackerId: string): ActionTicket | undefined {
    const tracker = this.#trackers.get(trackerId);
    return tracker && ticketOf(tracker);
  }
}

/** A ticket of a tracker as action items keep it. */
export function ticketOf(
  { id, title }: ActionTracker,
  ticket?: Ticket,
): ActionTicket {
  return {
    tracker: id,
    trackerTitle: title,
    ...(ticket && { key: ticket.key, url: ticket.url }),
  };
}
