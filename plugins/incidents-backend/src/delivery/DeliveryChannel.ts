import type { JsonObject } from '@backstage/types';
import type { OutboxMessage } from './outbox';

/** What a person is told. */
export interface RenderedNotice {
  topic: string;
  /** One line. */
  title: string;
  description?: string;
  /** Path within the portal. */
  link?: string;
  severity: 'critical' | 'high' | 'normal' | 'low';
  /** A later notice of the same scope takes the place of this one. */
  scope: string;
}

/** What another plugin is told. */
export interface RenderedEvent {
  topic: string;
  data: JsonObject;
}

/** A message with its words, as they are true when it is sent. */
export type RenderedMessage = RenderedNotice | RenderedEvent;

/** Finds the words for the messages about one kind of subject. */
export interface OutboxRenderer {
  /** Undefined where there is nothing to say any more. */
  render(message: OutboxMessage): Promise<RenderedMessage | undefined>;
}

/** One attempt to tell somebody. */
export interface Delivery {
  /** The same for each attempt; for receivers that can leave out what they had. */
  key: string;
  recipientRef?: string;
  message: RenderedMessage;
}

/** A way out of the portal's backend. */
export interface DeliveryChannel {
  readonly id: string;
  /**
   * Resolves when the receiver has it for good.
   *
   * @throws ChannelNotInstalledError where there is no receiver and will be none;
   * ComeAgainError where the receiver says when; anything else is tried again.
   */
  deliver(delivery: Delivery): Promise<void>;
}

/** There is nothing at the other end of a channel, so trying again is of no use. */
export class ChannelNotInstalledError extends Error {
  override readonly name = 'ChannelNotInstalledError';
}

/** The receiver is there and wants to be left alone for some time. */
export class ComeAgainError extends Error {
  override readonly name = 'ComeAgainError';
  /** How long at least, in milliseconds. */
  readonly waitMs: number;

  constructor(message: string, waitMs: number) {
    super(message);
    this.waitMs = waitMs;
  }
}

export function isNotice(message: RenderedMessage): message is RenderedNotice {
  return 'title' in message;
}
