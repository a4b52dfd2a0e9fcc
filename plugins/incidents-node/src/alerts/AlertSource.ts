import type { AlertSeverity } from '@linchpin/backstage-plugin-incidents-common';

export type { AlertSeverity } from '@linchpin/backstage-plugin-incidents-common';

/**
 * A message as a sender posted it.
 * @public
 */
export interface SourceMessage {
  /** The body, parsed as JSON. */
  body: unknown;
  /** The request's headers by lower-case name, without credentials. */
  headers: Record<string, string | undefined>;
  /** When it was received here: ISO 8601 in UTC. */
  receivedAt: string;
}

/**
 * One alert of a message, whatever its protocol.
 * @public
 */
export interface ParsedAlert {
  /**
   * What makes it the same alert again, unique within its source. Taken as sent,
   * never computed anew where the sender names one; never its title.
   */
  dedupKey: string;
  state: 'firing' | 'resolved';
  /**
   * When this occurrence began, as the sender says: ISO 8601 in UTC with
   * milliseconds. Repeats of the occurrence have the same one, so with `dedupKey`
   * it is the occurrence's identity. Missing where the sender says nothing that
   * can be used, such as the year 1; a little after `receivedAt` where the
   * sender's clock is ahead.
   */
  startsAt?: string;
  /** When it ended, likewise; only of a resolved one. */
  endsAt?: string;
  /** What is wrong, in one line. */
  title: string;
  description?: string;
  severity: AlertSeverity;
  /** What identifies it at the source; entities are found by them. */
  labels: Record<string, string>;
  /** What the source adds for people to read. */
  annotations: Record<string, string>;
  /** Where it can be seen at its source. */
  url?: string;
  /** What to do about it, as the source knows it. */
  runbookUrl?: string;
}

/**
 * A part of a good message that is no alert. It is kept and listed on *Setup*.
 * @public
 */
export interface RejectedAlert {
  /** Its position in the message, from 0. */
  index: number;
  /** What is wrong with it, naming the field. */
  reason: string;
  /** It, as sent. */
  body: unknown;
}

/**
 * What a message says.
 * @public
 */
export interface ParsedMessage {
  /** In the order of the message. */
  alerts: ParsedAlert[];
  /** Bad alerts; they hold the good ones back in nothing. */
  rejected: RejectedAlert[];
  /**
   * How many alerts the sender left out of the message. While it is more than
   * zero an alert that is missing has not ended.
   */
  truncated: number;
}

/**
 * Understands the messages of one kind of sender. Stateless: the same message
 * says the same whenever it is read, since it is kept first and read afterwards,
 * and read again where the process died in between.
 * @public
 */
export interface AlertSource {
  /**
   * The last segment of the address that its senders post to,
   * `/api/incidents/intake/{id}`: lower-case letters, digits and dashes.
   */
  id: string;
  /** Its name on screen. */
  title: string;
  /**
   * How its senders are told to come again later: 503 for those that try again
   * at once after a server error alone (Alertmanager, Grafana, Datadog), 429 for
   * clients that expect a rate limit (PagerDuty's and Opsgenie's).
   */
  overloadStatus: 503 | 429;
  /**
   * Reads a message. One bad alert among good ones is `rejected`, since senders
   * do not repeat a message that was refused.
   *
   * @throws InputError (`@backstage/errors`) with the name of the field at the
   * start of its message, only where the envelope is no message of this protocol.
   */
  parse(message: SourceMessage): ParsedMessage;
}
