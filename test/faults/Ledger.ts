import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { SentAlert } from './Sender';

/** What there should be of something, what there is, and what there is too much of. */
export interface Count {
  what: string;
  sent: number;
  kept: number;
  lost: number;
  doubled: number;
}

/** Messages and notices that processes hold, each as its id and who holds it. */
type UnderWay = ReadonlySet<string>;

const LOOK_EVERY_MS = 10;

/** Those that run on each incident from its opening until somebody takes it. */
const CLOCKS = ['acknowledge-warning', 'acknowledge'];

interface KeptAlert {
  incident_id: string | null;
  entity_ref: string | null;
  labels: string;
}

/** Reads from the tables of the product what became of the alerts of one run. */
export class Ledger {
  readonly #incidents: Knex;
  readonly #notifications: Knex;
  readonly #run: string;

  constructor(options: { incidents: Knex; notifications: Knex; run: string }) {
    this.#incidents = options.incidents;
    this.#notifications = options.notifications;
    this.#run = options.run;
  }

  /** Whether nothing waits any more: no message, nobody to be told, no incident to be taken. */
  async isSettled(): Promise<boolean> {
    const message = await this.#incidents('alert_deliveries')
      .where('status', 'pending')
      .first('id');
    const notice = await this.#incidents('outbox')
      .whereIn('state', ['pending', 'sending'])
      .first('id');
    const clock = await this.#incidents('clocks')
      .whereIn('kind', CLOCKS)
      .first('id');
    return !message && !notice && !clock;
  }

  /**
   * How long it takes until nothing is held any more that was held when a process
   * died: it is done with, or somebody else works on it. In milliseconds.
   *
   * @param diedAt - milliseconds since 1970
   */
  async takeOver(diedAt: number, signal: AbortSignal): Promise<number> {
    let left = await this.#underWay();
    while (left.size > 0) {
      await pause(LOOK_EVERY_MS, undefined, { signal });
      const held = await this.#underWay();
      left = new Set([...left].filter(one => held.has(one)));
    }
    return Date.now() - diedAt;
  }

  async #underWay(): Promise<UnderWay> {
    const messages = await this.#incidents('alert_deliveries')
      .where('status', 'pending')
      .whereNotNull('lease_owner')
      .select('id', 'lease_owner');
    const notices = await this.#incidents('outbox')
      .where('state', 'sending')
      .select('id', 'lease_owner');
    return new Set(
      [...messages, ...notices].map(row => `${row.id} ${row.lease_owner}`),
    );
  }

  /**
   * Compares what was accepted with what there is: each alert once and on the
   * incident of its service, one incident for each service, each person of the
   * owner asked once and told, each clock of it fired once.
   */
  async counts(
    accepted: readonly SentAlert[],
    peopleOf: (service: string) => readonly string[],
  ): Promise<Count[]> {
    const services = [...new Set(accepted.map(({ service }) => service))];
    const occurrences = await this.#occurrences();
    const incidents: { id: string; number: number; entity_ref: string }[] =
      await this.#incidents('incidents')
        .whereIn('entity_ref', services.map(refOf))
        .select('id', 'number', 'entity_ref');
    const pages: { subject_id: string; recipient_ref: string }[] =
      await this.#incidents('outbox')
        .where({ kind: 'page', channel: 'notifications' })
        .where('cause', 'like', '%routed')
        .whereIn(
          'subject_id',
          incidents.map(({ id }) => id),
        )
        .select('subject_id', 'recipient_ref');
    const told: { user: string; link: string }[] = await this.#notifications(
      'notification',
    )
      .whereIn(
        'link',
        incidents.map(({ number }) => `/incidents/INC-${number}`),
      )
      .select('user', 'link');
    const fired: { incident_id: string; data: string }[] =
      await this.#incidents('incident_events')
        .where('type', 'clock-fired')
        .whereIn(
          'incident_id',
          incidents.map(({ id }) => id),
        )
        .select('incident_id', 'data');
    const entityOf = new Map(
      incidents.map(({ id, entity_ref }) => [id, entity_ref]),
    );
    const numberOf = new Map(
      incidents.map(({ number, entity_ref }) => [entity_ref, number]),
    );
    const asked = services.flatMap(service =>
      peopleOf(service).map(person => `${refOf(service)} ${person}`),
    );
    return [
      compare(
        'alerts',
        accepted.map(({ service, number }) => `${refOf(service)} ${number}`),
        occurrences.map(
          ({ entity_ref, labels }) =>
            `${entity_ref} ${JSON.parse(labels).instance}`,
        ),
      ),
      compare(
        'incidents',
        services.map(refOf),
        incidents.map(({ entity_ref }) => entity_ref),
      ),
      compare(
        'pages',
        asked,
        pages.map(
          ({ subject_id, recipient_ref }) =>
            `${entityOf.get(subject_id)} ${recipient_ref}`,
        ),
      ),
      compare(
        'people told',
        services.flatMap(service =>
          peopleOf(service).map(
            person =>
              `/incidents/INC-${numberOf.get(refOf(service))} ${person}`,
          ),
        ),
        [...new Set(told.map(({ user, link }) => `${link} ${user}`))],
      ),
      compare(
        'clocks',
        services.flatMap(service =>
          CLOCKS.map(clock => `${refOf(service)} ${clock}`),
        ),
        fired.map(
          ({ incident_id, data }) =>
            `${entityOf.get(incident_id)} ${JSON.parse(data).clock}`,
        ),
      ),
    ];
  }

  async close(): Promise<void> {
    await this.#incidents.destroy();
    await this.#notifications.destroy();
  }

  #occurrences(): Promise<KeptAlert[]> {
    return this.#incidents('alert_occurrences as o')
      .join('monitoring_alerts as a', 'a.id', 'o.alert_id')
      .leftJoin('incidents as i', 'i.id', 'o.incident_id')
      .where('a.labels', 'like', `%"run":"${this.#run}"%`)
      .select('o.incident_id', 'i.entity_ref', 'a.labels');
  }
}

const refOf = (service: string) => `component:default/${service}`;

function compare(
  what: string,
  wanted: readonly string[],
  found: readonly string[],
): Count {
  const there = new Set(found);
  const kept = wanted.filter(key => there.has(key)).length;
  return {
    what,
    sent: wanted.length,
    kept,
    lost: wanted.length - kept,
    doubled: found.length - there.size,
  };
}
