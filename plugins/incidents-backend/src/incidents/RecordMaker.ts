import { recordOf } from '@linchpin/backstage-plugin-incidents-common/history';
import type { Knex } from 'knex';
import type { EventStore } from './EventStore';
import type { IncidentStore } from './IncidentStore';

/** Incidents in one transaction, so that nobody waits long for one of them. */
const AT_ONCE = 100;

/**
 * Makes the records of incidents that have none, as those of before an upgrade, from
 * their timelines. Whatever is written to an incident that has one keeps it true.
 */
export class RecordMaker {
  readonly #knex: Knex;
  readonly #incidents: IncidentStore;
  readonly #events: EventStore;

  constructor(options: {
    knex: Knex;
    incidents: IncidentStore;
    events: EventStore;
  }) {
    this.#knex = options.knex;
    this.#incidents = options.incidents;
    this.#events = options.events;
  }

  /** Until none is left, or it is told to stop. */
  async run(signal?: AbortSignal): Promise<void> {
    let last: string | undefined = '';
    while (last !== undefined && !signal?.aborted) {
      const ids: string[] = await this.#incidents.withoutRecord(
        this.#knex,
        last,
        AT_ONCE,
      );
      await this.#knex.transaction(tx => this.#make(tx, ids));
      last = ids[ids.length - 1];
    }
  }

  async #make(tx: Knex.Transaction, ids: readonly string[]): Promise<void> {
    await this.#incidents.lock(tx, ids);
    const timelines = await this.#events.timelines(tx, ids);
    await this.#incidents.writeRecords(
      tx,
      [...timelines].map(([id, timeline]) => recordOf(id, timeline)),
    );
  }
}
