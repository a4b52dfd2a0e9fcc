import type { Knex } from 'knex';
import type { OutboxRecords } from './OutboxRecords';
import type { PluginPresence } from './PluginPresence';

/** Whether anybody can be told anything. */
export class DeliveryStatus {
  readonly #knex: Knex;
  readonly #records: OutboxRecords;
  readonly #notifications: PluginPresence;
  readonly #signals: PluginPresence;

  constructor(options: {
    knex: Knex;
    records: OutboxRecords;
    notifications: PluginPresence;
    signals: PluginPresence;
  }) {
    this.#knex = options.knex;
    this.#records = options.records;
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
      lastError: (await this.#records.lastError(this.#knex)) ?? null,
    };
  }
}
