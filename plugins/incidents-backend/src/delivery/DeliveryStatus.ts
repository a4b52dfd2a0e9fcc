import type { Knex } from 'knex';
import type { OutboxStore } from './OutboxStore';
import type { PluginPresence } from './PluginPresence';

/** Whether anybody can be told anything. */
export class DeliveryStatus {
  readonly #knex: Knex;
  readonly #outbox: OutboxStore;
  readonly #notifications: PluginPresence;
  readonly #signals: PluginPresence;

  constructor(options: {
    knex: Knex;
    outbox: OutboxStore;
    notifications: PluginPresence;
    signals: PluginPresence;
  }) {
    this.#knex = options.knex;
    this.#outbox = options.outbox;
    this.#notifications = options.notifications;
    this.#signals = options.signals;
  }

  /** Which of the plugins are installed that people hear through, and what went wrong last. */
  async status(): Promise<{
    notifications: boolean;
    signals: boolean;
    lastError: string | null;
  }> {
    const [notifications, signals] = await Promise.all([
      this.#notifications.look(),
      this.#signals.look(),
    ]);
    return {
      notifications: notifications !== 'not installed',
      signals: signals !== 'not installed',
      lastError: (await this.#outbox.lastError(this.#knex)) ?? null,
    };
  }
}
