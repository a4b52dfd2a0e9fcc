import type { EventsService } from '@backstage/plugin-events-node';
import {
  isNotice,
  type Delivery,
  type DeliveryChannel,
} from './DeliveryChannel';

/** Id of the channel that tells other plugins through the portal's events. */
export const EVENTS_CHANNEL = 'events';

/**
 * Tells other plugins through the portal's events service. What is published is
 * as durable as the events backend makes it: subscribers of this process get it
 * in any case, others where the events backend has a database to share.
 */
export class EventsChannel implements DeliveryChannel {
  readonly id = EVENTS_CHANNEL;
  readonly #events: EventsService;

  constructor(events: EventsService) {
    this.#events = events;
  }

  async deliver({ key, message }: Delivery): Promise<void> {
    if (isNotice(message)) {
      throw new Error('Events need data');
    }
    await this.#events.publish({
      topic: message.topic,
      eventPayload: message.data,
      metadata: { key },
    });
  }
}
