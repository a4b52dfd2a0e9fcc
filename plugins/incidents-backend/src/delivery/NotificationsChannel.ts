import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  ChannelNotInstalledError,
  isNotice,
  type Delivery,
  type DeliveryChannel,
} from './DeliveryChannel';
import type { PluginPresence } from './PluginPresence';

/** Id of the channel that tells people through the portal's notifications. */
export const NOTIFICATIONS_CHANNEL = 'notifications';

/**
 * Tells people through the portal's notifications, and so also by whatever
 * processors it has, such as mail and chat. One person at a time: a group would
 * be expanded down through all its child groups over there.
 */
export class NotificationsChannel implements DeliveryChannel {
  readonly id = NOTIFICATIONS_CHANNEL;
  readonly #notifications: NotificationService;
  readonly #presence: PluginPresence;

  constructor(options: {
    notifications: NotificationService;
    presence: PluginPresence;
  }) {
    this.#notifications = options.notifications;
    this.#presence = options.presence;
  }

  async deliver({ recipientRef, message }: Delivery): Promise<void> {
    if (!recipientRef || parseEntityRef(recipientRef).kind !== 'user') {
      throw new Error(`Notifications go to users, not to ${recipientRef}`);
    }
    if (!isNotice(message)) {
      throw new Error('Notifications need a title');
    }
    const { topic, title, description, link, severity, scope } = message;
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: recipientRef },
        payload: { topic, title, description, link, severity, scope },
      });
    } catch (error) {
      if ((await this.#presence.look()) === 'not installed') {
        throw new ChannelNotInstalledError(
          'The notifications plugin is not installed',
        );
      }
      throw error;
    }
  }
}
