/**
 * What is to be written into a ticket for an action item.
 * @public
 */
export interface TicketDraft {
  /** The number of the action item, such as `ACT-12`. */
  number: string;
  /** One line. */
  title: string;
  /** Markdown. */
  description?: string;
  /** Where the action item is in the portal. */
  url: string;
  /**
   * Unique for the action item. To be kept in the ticket where a person hardly
   * sees it, so that {@link ActionTracker.find} knows the ticket again.
   */
  marker: string;
  /** The annotations of the entity that it is done to; they may say where tickets of it belong. */
  annotations: Readonly<Record<string, string>>;
}

/**
 * A ticket as its tracker names it.
 * @public
 */
export interface Ticket {
  /** Unique within the tracker, as people write it: `PAY-12`. */
  key: string;
  /** Where people see it. */
  url: string;
}

/**
 * How a ticket is to stand: to be worked on, or over because it was done or because
 * it will not be.
 * @public
 */
export type TicketState = 'open' | 'done' | 'wont-do';

/**
 * Talks to what a team keeps its tickets in. Every call may be repeated after a
 * failure, however far it came; what fails is tried again later.
 *
 * Each method may throw {@link TrackerBusyError} where the tracker says when to come
 * again. Other errors are shown to people as they are, so they have to say what is
 * wrong and must hold no secret.
 * @public
 */
export interface ActionTracker {
  /** Lower-case letters, digits and dashes. */
  id: string;
  /** Its name on screen. */
  title: string;
  /** The ticket at an address that somebody pasted; undefined where it is none of this tracker. */
  ticketAt(url: string): Ticket | undefined;
  /**
   * The ticket that was made from a draft, where one was: asked before one is made
   * again of which nobody knows whether it was.
   *
   * @param since - no ticket was made before this instant, in ISO 8601
   */
  find(draft: TicketDraft, since: string): Promise<Ticket | undefined>;
  /** Makes a ticket, whether or not there is one already. */
  create(draft: TicketDraft): Promise<Ticket>;
  /** Undefined where the ticket is there no more. */
  read(key: string): Promise<'open' | 'closed' | undefined>;
  /** Does nothing where the ticket stands so already. */
  setState(key: string, state: TicketState): Promise<void>;
}

/**
 * A tracker is there, and wants to be asked later.
 * @public
 */
export class TrackerBusyError extends Error {
  override readonly name = 'TrackerBusyError';
  /** How long to wait at least, in milliseconds. */
  readonly waitMs: number;

  constructor(message: string, waitMs: number) {
    super(message);
    this.waitMs = waitMs;
  }
}
